package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Answers the calls about groups and their members. The organisation's lock is held. */
final class GroupEndpoints {

    private static final int GROUPS_PAGE = 10_000;
    private static final int MEMBERS_PAGE = 1_000;

    private final GroupDirectory groups;
    private final Organisation users;
    private final Pages pages;
    private final WriteLog writes;
    private final Supplier<String> baseUrl;

    GroupEndpoints(GroupDirectory groups, Organisation users, Pages pages, WriteLog writes, Supplier<String> baseUrl) {
        this.groups = groups;
        this.users = users;
        this.pages = pages;
        this.writes = writes;
        this.baseUrl = baseUrl;
    }

    SimReply answer(Route route, SimRequest request, String[] steps) {
        String id = steps.length > 3 ? steps[3] : "";
        return switch (route.call()) {
            case "GET /groups" -> listGroups(request);
            case "POST /groups" -> createGroup(route, request);
            case "PUT /groups/{id}" -> replaceGroup(route, request, id);
            case "DELETE /groups/{id}" -> deleteGroup(route, id);
            case "GET /groups/{id}/users" -> members(request, id);
            case "PUT /groups/{id}/users/{user}" -> membership(route, id, steps[5], true);
            case "DELETE /groups/{id}/users/{user}" -> membership(route, id, steps[5], false);
            default -> Endpoints.json(200, groups.get(id).json());
        };
    }

    private SimReply listGroups(SimRequest request) {
        int limit = Pages.limit(request, GROUPS_PAGE, GROUPS_PAGE);
        List<Group> found = groups.list(request.query(), Pages.after(request), limit + 1);
        return pages.page(request, found, limit, Group::json, group -> group.id);
    }

    private SimReply createGroup(Route route, SimRequest request) {
        Group group = groups.create(Endpoints.profile(Json.object(request.body())), "OKTA_GROUP");
        writes.add(route, group.id, group.profile.keySet());
        return Endpoints.json(200, group.json());
    }

    private SimReply replaceGroup(Route route, SimRequest request, String id) {
        Group group = groups.replace(groups.get(id), Endpoints.profile(Json.object(request.body())));
        writes.add(route, id, group.profile.keySet());
        return Endpoints.json(200, group.json());
    }

    private SimReply deleteGroup(Route route, String id) {
        Group group = groups.delete(id);
        group.members.forEach(member -> users.find(member).ifPresent(user -> user.groups.remove(id)));
        writes.add(route, id, Set.of());
        return SimReply.empty(204);
    }

    private SimReply members(SimRequest request, String id) {
        int limit = Pages.limit(request, MEMBERS_PAGE, MEMBERS_PAGE);
        String after = Pages.after(request);
        List<User> found = groups.get(id).members.stream()
                .filter(member -> member.compareTo(after) > 0)
                .limit(limit + 1L)
                .map(users::byIdOrLogin)
                .toList();
        return pages.page(request, found, limit, user -> user.json(baseUrl.get()), user -> user.id);
    }

    private SimReply membership(Route route, String id, String member, boolean in) {
        Group group = groups.get(id);
        User user = users.byIdOrLogin(member);
        if (in) {
            groups.add(group, user);
        } else {
            groups.remove(group, user);
        }
        writes.add(route, id, Set.of());
        return SimReply.empty(204);
    }
}
