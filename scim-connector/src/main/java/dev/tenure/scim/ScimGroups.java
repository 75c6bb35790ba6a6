package dev.tenure.scim;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.TargetGroup;
import dev.tenure.scim.internal.call.Answer;
import dev.tenure.scim.internal.call.Change;
import dev.tenure.scim.internal.call.Kind;
import dev.tenure.scim.internal.call.Paging;
import dev.tenure.scim.internal.call.Query;
import dev.tenure.scim.internal.call.ScimApi;
import dev.tenure.scim.internal.wire.BulkOperation;
import dev.tenure.scim.internal.wire.Json;
import dev.tenure.scim.internal.wire.PatchOperation;
import dev.tenure.scim.internal.wire.Resource;
import dev.tenure.scim.internal.wire.ScimPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Groups of a SCIM service. Services store a member that is added twice twice, and members that never were: so a member is
 * removed and added by one patch, and the account is looked at before.
 */
final class ScimGroups implements GroupTarget {

    private static final ScimPath MEMBERS = ScimPath.parse("members").orElseThrow();
    private static final ScimPath NAME = ScimPath.parse("displayName").orElseThrow();
    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

    private final String target;
    private final ScimApi api;
    private final Service service;
    private final Options options;
    private volatile boolean filterWorks;

    ScimGroups(String target, ScimApi api, Service service, Options options) {
        this.target = target;
        this.api = api;
        this.service = service;
        this.options = options;
    }

    @Override
    public Optional<TargetGroup> find(String name) {
        String filter = "displayName eq " + Json.quoted(name);
        if (service.filters()) {
            Paging pages = api.list(all().without("members").where(filter), service.byCursor());
            Answer<List<Resource>> first = pages.first();
            if (first.failure().isEmpty()) {
                List<Resource> page = first.value().orElse(List.of());
                Optional<TargetGroup> found = named(page, name);
                // Whom nobody filtered may be on a later page; that nobody came may be the filter's fault.
                if (found.isPresent() || (page.isEmpty() && filterIsProven())) {
                    return found;
                }
            } else if (first.status() != 400 && first.status() != 500 && !first.isNotOffered()) {
                first.orThrow();
            }
        }
        return byListing(name);
    }

    /** A filter that finds a group which is there is believed when it finds none. */
    private boolean filterIsProven() {
        if (filterWorks) {
            return true;
        }
        Optional<List<Resource>> some =
                api.list(all().without("members"), service.byCursor()).next();
        Optional<Resource> sample = some.stream()
                .flatMap(List::stream)
                .filter(group -> !group.displayName().isEmpty())
                .findFirst();
        if (sample.isEmpty()) {
            return some.isEmpty() || some.get().isEmpty();
        }
        String filter = "displayName eq " + Json.quoted(sample.get().displayName());
        filterWorks = api.list(all().without("members").where(filter), service.byCursor())
                .first()
                .value()
                .filter(page -> named(page, sample.get().displayName()).isPresent())
                .isPresent();
        return filterWorks;
    }

    @Override
    public TargetGroup create(String name) {
        refuseTaken(name, null);
        Map<String, @Nullable Object> body = Json.object();
        body.put("schemas", List.of(GROUP));
        body.put("displayName", name);
        Resource group = api.create(Kind.GROUPS, body, Set.of("displayName"))
                .orThrow()
                .or(() -> find(name)
                        .flatMap(made -> api.resource(Kind.GROUPS, made.id()).orThrow()))
                .orElseThrow(() -> new ProtocolViolation(
                        target,
                        "SCIM service answered the creation of a group without a body, and the group cannot be found;"
                                + " check what is there"));
        return new TargetGroup(group.id(), group.displayName());
    }

    @Override
    public void rename(String id, String name) {
        Resource group = read(id);
        if (group.displayName().equals(name)) {
            return;
        }
        refuseTaken(name, id);
        Change change = Change.of(Kind.GROUPS, id, "renaming", Set.of("displayName"));
        if (!patched(change, List.of(PatchOperation.replace(NAME, name)))) {
            put(change, content -> {
                content.put("displayName", name);
                return content;
            });
        }
    }

    @Override
    public void delete(String id) {
        Answer<Resource> answer = api.delete(Kind.GROUPS, id);
        if (!answer.isNotFound()) {
            answer.orThrow();
        }
    }

    @Override
    public void addMember(String id, AccountRef account) {
        api.resource(Kind.USERS, account.id()).orThrow();
        Change change =
                Change.of(Kind.GROUPS, id, "adding a member", Set.of("members")).first();
        if (!service.patches()) {
            put(change, content -> with(content, account.id()));
            return;
        }
        PatchOperation add = PatchOperation.add(MEMBERS, List.of(member(account.id())));
        if (options.memberRemoval() == MemberRemoval.BY_REPLACEMENT) {
            if (!read(id).memberIds().contains(account.id())) {
                patchOrPut(change, List.of(add), content -> with(content, account.id()));
            }
            return;
        }
        Answer<Resource> answer = api.patch(change, List.of(removal(account.id()), add));
        if (answer.hasNoTarget()) {
            answer = api.patch(change, List.of(add));
        }
        if (answer.isNotOffered() && service.givesUpPatch()) {
            put(change, content -> with(content, account.id()));
        } else {
            answer.orThrow();
        }
    }

    @Override
    public void removeMember(String id, AccountRef account) {
        removeMember(id, account.id());
    }

    void removeMember(String id, String user) {
        Change change = Change.of(Kind.GROUPS, id, "removing a member", Set.of("members"));
        if (!service.patches() || options.memberRemoval() == MemberRemoval.BY_REPLACEMENT) {
            removeByReplacement(change, user);
            return;
        }
        Answer<Resource> answer = api.patch(change, List.of(removal(user)));
        if (answer.isNotOffered() && service.givesUpPatch()) {
            removeByReplacement(change, user);
        } else if (!answer.isNotFound() && !answer.hasNoTarget()) {
            refuseStillThere(change, user, answer.orThrow());
        }
    }

    @Override
    public List<AccountRef> members(String id) {
        return read(id).memberIds().stream()
                .map(member -> new AccountRef(target, member))
                .toList();
    }

    /** Takes a user out of a group as an operation of a bulk call; empty where that takes more than one. */
    Optional<BulkOperation> bulkRemoval(String group, String user) {
        if (!service.patches() || options.memberRemoval() == MemberRemoval.BY_REPLACEMENT) {
            return Optional.empty();
        }
        return Optional.of(new BulkOperation(
                "PATCH", "/Groups/" + group, Optional.of(PatchOperation.body(List.of(removal(user))))));
    }

    /** Finds the groups that a user is in, by what the groups say: few services say it of users. */
    List<String> groupsOf(String user) {
        if (service.filters()) {
            String filter = "members.value eq " + Json.quoted(user);
            Paging pages = api.list(all().where(filter), service.byCursor());
            Answer<List<Resource>> first = pages.first();
            boolean works = first.failure().isEmpty()
                    && first.value().stream().flatMap(List::stream).anyMatch(group -> has(group, user));
            if (works) {
                List<String> ids = new ArrayList<>();
                for (Optional<List<Resource>> page = first.value(); page.isPresent(); page = pages.next()) {
                    page.get().stream().filter(group -> has(group, user)).forEach(group -> ids.add(group.id()));
                }
                return ids;
            }
        }
        List<String> ids = new ArrayList<>();
        Paging pages = api.list(all(), service.byCursor());
        for (Optional<List<Resource>> page = pages.next(); page.isPresent(); page = pages.next()) {
            page.get().stream().filter(group -> has(group, user)).forEach(group -> ids.add(group.id()));
        }
        return ids;
    }

    private static boolean has(Resource group, String user) {
        return group.memberIds().contains(user);
    }

    private void removeByReplacement(Change change, String user) {
        Answer<Resource> there = api.resource(Kind.GROUPS, change.id());
        if (there.isNotFound()) {
            return;
        }
        Resource group = there.orThrow().orElseThrow(() -> withoutBody(change));
        if (!has(group, user)) {
            return;
        }
        List<Object> staying = Json.list(group.content().get("members")).stream()
                .filter(member -> !Json.text(Json.object(member).get("value")).equals(Optional.of(user)))
                .toList();
        Change guarded = change.ifMatch(service.version(group.version()));
        if (!service.patches() || !patched(guarded, List.of(PatchOperation.replace(MEMBERS, staying)))) {
            group.content().put("members", staying);
            group.content().remove("meta");
            api.put(guarded, group.content()).orThrow();
        }
    }

    private void refuseStillThere(Change change, String user, Optional<Resource> after) {
        if (after.isPresent() && has(after.get(), user)) {
            throw new ProtocolViolation(
                    target,
                    "SCIM service took the " + change.verb() + " of group " + change.id()
                            + " and did nothing; try the option memberRemoval");
        }
    }

    private PatchOperation removal(String user) {
        if (options.memberRemoval() == MemberRemoval.BY_VALUE) {
            return new PatchOperation("remove", Optional.of("members"), List.of(member(user)));
        }
        return PatchOperation.remove(new ScimPath(
                Optional.empty(), "members", Optional.of(new ScimPath.Selector("value", user)), Optional.empty()));
    }

    private void patchOrPut(
            Change change, List<PatchOperation> operations, UnaryOperator<Map<String, @Nullable Object>> otherwise) {
        if (!patched(change, operations)) {
            put(change, otherwise);
        }
    }

    /** Patches, if the service takes patches at all. */
    private boolean patched(Change change, List<PatchOperation> operations) {
        if (!service.patches()) {
            return false;
        }
        Answer<Resource> answer = api.patch(change, operations);
        if (answer.isNotOffered() && service.givesUpPatch()) {
            return false;
        }
        answer.orThrow();
        return true;
    }

    private void put(Change change, UnaryOperator<Map<String, @Nullable Object>> edit) {
        Resource group = read(change.id());
        Map<String, @Nullable Object> body = edit.apply(group.content());
        body.remove("meta");
        api.put(change.ifMatch(service.version(group.version())), body).orThrow();
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> content, String user) {
        List<Object> members = Json.list(content.get("members"));
        members.removeIf(member -> Json.text(Json.object(member).get("value")).equals(Optional.of(user)));
        members.add(member(user));
        content.put("members", members);
        return content;
    }

    private static Map<String, @Nullable Object> member(String user) {
        Map<String, @Nullable Object> member = Json.object();
        member.put("value", user);
        return member;
    }

    private Resource read(String id) {
        Change reading = Change.of(Kind.GROUPS, id, "reading", Set.of());
        return api.resource(Kind.GROUPS, id).orThrow().orElseThrow(() -> withoutBody(reading));
    }

    private ProtocolViolation withoutBody(Change change) {
        return new ProtocolViolation(
                target,
                "SCIM service answered the " + change.verb() + " of group " + change.id()
                        + " without a body; check the base address");
    }

    private void refuseTaken(String name, @Nullable String own) {
        Optional<TargetGroup> there = find(name);
        if (there.isPresent() && !there.get().id().equals(own)) {
            throw new Conflict(
                    target,
                    "displayName",
                    "SCIM service has a group of that name already ("
                            + there.get().id() + "); rename one of them, or let the engine adopt it");
        }
    }

    private Optional<TargetGroup> byListing(String name) {
        Paging pages = api.list(all().without("members"), service.byCursor());
        for (Optional<List<Resource>> page = pages.next(); page.isPresent(); page = pages.next()) {
            Optional<TargetGroup> found = named(page.get(), name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<TargetGroup> named(List<Resource> groups, String name) {
        return groups.stream()
                .filter(group -> group.displayName().equals(name))
                .map(group -> new TargetGroup(group.id(), name))
                .findFirst();
    }

    private Query all() {
        return Query.all(Kind.GROUPS, options.pageSize());
    }
}
