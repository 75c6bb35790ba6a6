package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers each call of the API. The organisation's lock is held. */
final class Endpoints {

    private static final String JSON = "application/json";
    private static final int USERS_PAGE = 200;
    private static final int GROUPS_PAGE = 10_000;
    private static final int MEMBERS_PAGE = 1_000;

    private final Organisation users;
    private final GroupDirectory groups;
    private final InstantSource clock;
    private final List<SimulatedWrite> writes;
    private final Supplier<String> baseUrl;

    Endpoints(
            Organisation users,
            GroupDirectory groups,
            InstantSource clock,
            List<SimulatedWrite> writes,
            Supplier<String> baseUrl) {
        this.users = users;
        this.groups = groups;
        this.clock = clock;
        this.writes = writes;
        this.baseUrl = baseUrl;
    }

    SimReply answer(Route route, SimRequest request) {
        String[] steps = request.steps();
        String id = steps.length > 3 ? steps[3] : "";
        return switch (route.call()) {
            case "GET /users" -> listUsers(request);
            case "POST /users" -> createUser(route, request);
            case "GET /users/{id}" -> json(200, users.byIdOrLogin(id).json(baseUrl.get()));
            case "POST /users/{id}" -> updateUser(route, request, id, false);
            case "PUT /users/{id}" -> updateUser(route, request, id, true);
            case "DELETE /users/{id}" -> deleteUser(route, id);
            case "GET /users/{id}/groups" ->
                json(
                        200,
                        users.byIdOrLogin(id).groups.stream()
                                .map(group -> groups.get(group).json())
                                .toList());
            case "DELETE /users/{id}/sessions" -> {
                users.byIdOrLogin(id);
                yield SimReply.empty(204);
            }
            case "GET /groups" -> listGroups(request);
            case "POST /groups" -> createGroup(route, request);
            case "GET /groups/{id}" -> json(200, groups.get(id).json());
            case "PUT /groups/{id}" -> replaceGroup(route, request, id);
            case "DELETE /groups/{id}" -> deleteGroup(route, id);
            case "GET /groups/{id}/users" -> members(request, id);
            case "PUT /groups/{id}/users/{user}" -> membership(route, id, steps[5], true);
            case "DELETE /groups/{id}/users/{user}" -> membership(route, id, steps[5], false);
            case "GET /meta/schemas/user/{id}" ->
                json(200, Schemas.user(users.rules, baseUrl.get() + "/api/v1/meta/schemas/user/" + steps[5]));
            case "GET /meta/types/user" ->
                json(200, List.of(Schemas.userType(Organisation.DEFAULT_TYPE, baseUrl.get())));
            case "GET /meta/types/user/{id}" -> json(200, Schemas.userType(steps[5], baseUrl.get()));
            default -> lifecycle(route, request, id);
        };
    }

    private SimReply listUsers(SimRequest request) {
        Map<String, String> query = request.query();
        int limit = limit(query, USERS_PAGE, USERS_PAGE);
        String after = query.getOrDefault("after", "");
        String search = query.get("search");
        String filter = query.get("filter");
        if (search != null && filter != null) {
            throw Refusal.of(400, "E0000033", "Search and filter cannot be used together.");
        }
        if (query.containsKey("q")) {
            List<User> found = users.startsWith(query.get("q"), limit(query, 10, USERS_PAGE));
            return json(
                    200, found.stream().map(user -> user.json(baseUrl.get())).toList());
        }
        List<User> found =
                search != null ? users.search(search, after, limit + 1) : users.filter(filter, after, limit + 1);
        return page(request, found, limit, user -> user.json(baseUrl.get()), user -> user.id);
    }

    private SimReply createUser(Route route, SimRequest request) {
        Map<String, @Nullable Object> body = Json.object(request.body());
        Map<String, @Nullable Object> profile = profile(body);
        boolean activate = !"false".equalsIgnoreCase(request.query().get("activate"));
        Object type = Json.asObject(body.get("type")).get("id");
        User user = users.create(profile, type == null ? Organisation.DEFAULT_TYPE : type.toString(), activate);
        wrote(route, user.id, profile.keySet());
        if (body.get("groupIds") instanceof List<?> ids) {
            ids.forEach(group -> groups.add(groups.get(String.valueOf(group)), user));
        }
        return json(200, user.json(baseUrl.get()));
    }

    private SimReply updateUser(Route route, SimRequest request, String id, boolean replace) {
        Map<String, @Nullable Object> profile = profile(Json.object(request.body()));
        User user = users.update(users.byIdOrLogin(id), profile, replace);
        wrote(route, user.id, profile.keySet());
        return json(200, user.json(baseUrl.get()));
    }

    private SimReply deleteUser(Route route, String id) {
        User user = users.byIdOrLogin(id);
        users.delete(user);
        wrote(route, user.id, Set.of());
        if (users.find(user.id).isEmpty()) {
            groups.all().forEach(group -> group.members.remove(user.id));
        }
        return SimReply.empty(204);
    }

    private SimReply lifecycle(Route route, SimRequest request, String id) {
        User user = users.byIdOrLogin(id);
        String verb = route.call().substring(route.call().lastIndexOf('/') + 1);
        boolean silent = "false".equalsIgnoreCase(request.query().get("sendEmail"));
        Optional<Map<String, Object>> answer = Optional.empty();
        switch (verb) {
            case "activate" -> {
                users.activate(user);
                answer = Optional.of(silent ? token(user) : Map.of());
            }
            case "reactivate" -> {
                users.change(user, Set.of(UserStatus.PROVISIONED, UserStatus.RECOVERY), UserStatus.PROVISIONED);
                answer = Optional.of(token(user));
            }
            case "deactivate" -> users.deactivate(user);
            case "suspend" -> users.change(user, Set.of(UserStatus.ACTIVE), UserStatus.SUSPENDED);
            case "unsuspend" -> users.change(user, Set.of(UserStatus.SUSPENDED), UserStatus.ACTIVE);
            default -> users.change(user, Set.of(UserStatus.LOCKED_OUT), UserStatus.ACTIVE);
        }
        wrote(route, user.id, Set.of());
        return answer.map(body -> json(200, body)).orElseGet(() -> SimReply.empty(200));
    }

    private Map<String, Object> token(User user) {
        String token = "t" + user.id.substring(3);
        return Map.of("activationToken", token, "activationUrl", baseUrl.get() + "/tokens/" + token + "/verify");
    }

    private SimReply listGroups(SimRequest request) {
        Map<String, String> query = request.query();
        int limit = limit(query, GROUPS_PAGE, GROUPS_PAGE);
        List<Group> found = groups.list(query, query.getOrDefault("after", ""), limit + 1);
        return page(request, found, limit, Group::json, group -> group.id);
    }

    private SimReply createGroup(Route route, SimRequest request) {
        Group group = groups.create(profile(Json.object(request.body())), "OKTA_GROUP");
        wrote(route, group.id, group.profile.keySet());
        return json(200, group.json());
    }

    private SimReply replaceGroup(Route route, SimRequest request, String id) {
        Group group = groups.replace(groups.get(id), profile(Json.object(request.body())));
        wrote(route, id, group.profile.keySet());
        return json(200, group.json());
    }

    private SimReply deleteGroup(Route route, String id) {
        Group group = groups.delete(id);
        group.members.forEach(member -> users.find(member).ifPresent(user -> user.groups.remove(id)));
        wrote(route, id, Set.of());
        return SimReply.empty(204);
    }

    private SimReply members(SimRequest request, String id) {
        Map<String, String> query = request.query();
        int limit = limit(query, MEMBERS_PAGE, MEMBERS_PAGE);
        String after = query.getOrDefault("after", "");
        List<User> found = groups.get(id).members.stream()
                .filter(member -> member.compareTo(after) > 0)
                .limit(limit + 1L)
                .map(users::byIdOrLogin)
                .toList();
        return page(request, found, limit, user -> user.json(baseUrl.get()), user -> user.id);
    }

    private SimReply membership(Route route, String id, String member, boolean in) {
        Group group = groups.get(id);
        User user = users.byIdOrLogin(member);
        if (in) {
            groups.add(group, user);
        } else {
            groups.remove(group, user);
        }
        wrote(route, id, Set.of());
        return SimReply.empty(204);
    }

    private <T> SimReply page(
            SimRequest request,
            List<T> oneMore,
            int limit,
            Function<T, Map<String, @Nullable Object>> toJson,
            Function<T, String> idOf) {
        List<T> shown = oneMore.size() > limit ? oneMore.subList(0, limit) : oneMore;
        SimReply reply = json(200, shown.stream().map(toJson).toList())
                .with("Link", "<" + baseUrl.get() + request.path() + suffix(request.query()) + ">; rel=\"self\"");
        if (oneMore.size() > limit) {
            Map<String, String> next = new LinkedHashMap<>(request.query());
            next.put("after", idOf.apply(shown.get(limit - 1)));
            next.put("limit", Integer.toString(limit));
            reply = reply.with("Link", "<" + baseUrl.get() + request.path() + suffix(next) + ">; rel=\"next\"");
        }
        return reply;
    }

    private static String suffix(Map<String, String> query) {
        List<String> pairs = new ArrayList<>();
        query.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static int limit(Map<String, String> query, int usual, int most) {
        String text = query.get("limit");
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
            throw Refusal.invalid("limit", List.of("limit: must be a number above 0"));
        }
        return Math.min(most, Integer.parseInt(text));
    }

    private static Map<String, @Nullable Object> profile(Map<String, @Nullable Object> body) {
        if (!(body.get("profile") instanceof Map<?, ?> profile)) {
            throw Refusal.invalid("profile", List.of("profile: The field cannot be left blank"));
        }
        return Json.asObject(profile);
    }

    private void wrote(Route route, String id, Set<String> attributes) {
        writes.add(new SimulatedWrite(clock.instant(), route.call(), id, List.copyOf(attributes)));
    }

    static SimReply json(int status, Object body) {
        return SimReply.of(status, JSON, Json.bytes(body));
    }
}
