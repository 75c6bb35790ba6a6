package dev.tenure.scim;

import dev.tenure.scim.internal.call.Answer;
import dev.tenure.scim.internal.call.Kind;
import dev.tenure.scim.internal.call.ScimApi;
import dev.tenure.scim.internal.wire.BulkOperation;
import dev.tenure.scim.internal.wire.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes a user, its memberships first, since services keep deleted users in their groups: in one bulk call where the
 * service takes these, otherwise, and wherever a bulk call did not do it all, one by one. To do a part of it twice is no
 * harm.
 */
final class UserDeletion {

    private final ScimApi api;
    private final Service service;
    private final Optional<ScimGroups> groups;

    UserDeletion(ScimApi api, Service service, Optional<ScimGroups> groups) {
        this.api = api;
        this.service = service;
        this.groups = groups;
    }

    void delete(String id) {
        List<String> memberships = groups.map(all -> all.groupsOf(id)).orElse(List.of());
        if (!memberships.isEmpty() && atOnce(id, memberships)) {
            return;
        }
        groups.ifPresent(all -> memberships.forEach(group -> all.removeMember(group, id)));
        Answer<Resource> answer = api.delete(Kind.USERS, id);
        if (!answer.isNotFound()) {
            answer.orThrow();
        }
    }

    private boolean atOnce(String id, List<String> memberships) {
        List<BulkOperation> operations = new ArrayList<>();
        for (String group : memberships) {
            groups.flatMap(all -> all.bulkRemoval(group, id)).ifPresent(operations::add);
        }
        operations.add(new BulkOperation("DELETE", "/Users/" + id, Optional.empty()));
        boolean fits = operations.size() == memberships.size() + 1 && service.takesBulk(operations);
        if (!fits) {
            return false;
        }
        Answer<List<Integer>> answer = api.bulk("deletion of a user and its memberships", operations);
        boolean isRefused = answer.isNotFound()
                || answer.isNotOffered()
                || answer.status() == 400
                || answer.status() == 412
                || answer.status() == 413;
        if (isRefused) {
            return false;
        }
        List<Integer> statuses = answer.orThrow().orElse(List.of());
        return statuses.size() == operations.size() && statuses.stream().allMatch(UserDeletion::isDone);
    }

    private static boolean isDone(int status) {
        return (status >= 200 && status < 300) || status == 404;
    }
}
