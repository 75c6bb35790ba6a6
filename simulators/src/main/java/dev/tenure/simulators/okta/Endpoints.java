package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers each call of the API. The organisation's lock is held. */
final class Endpoints {

    private static final String JSON = "application/json";
    private static final int USERS_PAGE = 200;

    private final Organisation users;
    private final GroupDirectory groups;
    private final GroupEndpoints groupCalls;
    private final AppEndpoints appCalls;
    private final Pages pages;
    private final WriteLog writes;
    private final Supplier<String> baseUrl;

    Endpoints(Organisation users, GroupDirectory groups, AppDirectory apps, WriteLog writes, Supplier<String> baseUrl) {
        this.users = users;
        this.groups = groups;
        this.writes = writes;
        this.baseUrl = baseUrl;
        this.pages = new Pages(baseUrl);
        this.groupCalls = new GroupEndpoints(groups, users, pages, writes, baseUrl);
        this.appCalls = new AppEndpoints(apps, users, pages, writes);
    }

    SimReply answer(Route route, SimRequest request) {
        String[] steps = request.steps();
        if (steps[2].equals("groups")) {
            return groupCalls.answer(route, request, steps);
        }
        if (steps[2].equals("apps")) {
            return appCalls.answer(route, request, steps);
        }
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
                writes.add(route, users.byIdOrLogin(id).id, Set.of());
                yield SimReply.empty(204);
            }
            case "GET /meta/schemas/user/{id}" ->
                json(200, Schemas.user(users.types.bySchema(steps[5]), baseUrl.get()));
            case "GET /meta/types/user" ->
                json(
                        200,
                        users.types.all().stream()
                                .map(type -> Schemas.userType(type, baseUrl.get()))
                                .toList());
            case "GET /meta/types/user/{id}" -> json(200, Schemas.userType(users.types.get(steps[5]), baseUrl.get()));
            default -> lifecycle(route, request, id);
        };
    }

    private SimReply listUsers(SimRequest request) {
        Map<String, String> query = request.query();
        int limit = Pages.limit(request, USERS_PAGE, USERS_PAGE);
        String after = Pages.after(request);
        String search = query.get("search");
        String filter = query.get("filter");
        if (search != null && filter != null) {
            throw Refusal.of(400, "E0000033", "Search and filter cannot be used together.");
        }
        if (query.containsKey("q")) {
            List<User> found = users.startsWith(query.get("q"), Pages.limit(request, 10, USERS_PAGE));
            return json(
                    200, found.stream().map(user -> user.json(baseUrl.get())).toList());
        }
        List<User> found =
                search != null ? users.search(search, after, limit + 1) : users.filter(filter, after, limit + 1);
        return pages.page(request, found, limit, user -> user.json(baseUrl.get()), user -> user.id);
    }

    private SimReply createUser(Route route, SimRequest request) {
        Map<String, @Nullable Object> body = Json.object(request.body());
        Map<String, @Nullable Object> profile = profile(body);
        boolean activate = !"false".equalsIgnoreCase(request.query().get("activate"));
        Object type = Json.asObject(body.get("type")).get("id");
        User user = users.create(profile, type == null ? UserTypes.DEFAULT_ID : type.toString(), activate);
        writes.add(route, user.id, profile.keySet());
        if (body.get("groupIds") instanceof List<?> ids) {
            ids.forEach(group -> groups.add(groups.get(String.valueOf(group)), user));
        }
        return json(200, user.json(baseUrl.get()));
    }

    private SimReply updateUser(Route route, SimRequest request, String id, boolean replace) {
        Map<String, @Nullable Object> profile = profile(Json.object(request.body()));
        User user = users.update(users.byIdOrLogin(id), profile, replace);
        writes.add(route, user.id, profile.keySet());
        return json(200, user.json(baseUrl.get()));
    }

    private SimReply deleteUser(Route route, String id) {
        User user = users.byIdOrLogin(id);
        users.delete(user);
        writes.add(route, user.id, Set.of());
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
        String mail = request.query().get("sendEmail");
        writes.add(route, user.id, mail == null ? Set.of() : Set.of("sendEmail=" + mail));
        return answer.map(body -> json(200, body)).orElseGet(() -> SimReply.empty(200));
    }

    private Map<String, Object> token(User user) {
        String token = "t" + user.id.substring(3);
        return Map.of("activationToken", token, "activationUrl", baseUrl.get() + "/tokens/" + token + "/verify");
    }

    static Map<String, @Nullable Object> profile(Map<String, @Nullable Object> body) {
        if (!(body.get("profile") instanceof Map<?, ?> profile)) {
            throw Refusal.invalid("profile", List.of("profile: The field cannot be left blank"));
        }
        return Json.asObject(profile);
    }

    static SimReply json(int status, Object body) {
        return SimReply.of(status, JSON, Json.bytes(body));
    }
}
