package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the calls about applications and the users that are assigned to them. The organisation's lock is held. */
final class AppEndpoints {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final AppDirectory apps;
    private final Organisation users;
    private final Pages pages;
    private final WriteLog writes;

    AppEndpoints(AppDirectory apps, Organisation users, Pages pages, WriteLog writes) {
        this.apps = apps;
        this.users = users;
        this.pages = pages;
        this.writes = writes;
    }

    SimReply answer(Route route, SimRequest request, String[] steps) {
        App app = apps.get(steps[3]);
        if (route.call().equals("GET /apps/{id}/users")) {
            int limit = Pages.limit(request, USUAL_PAGE, LARGEST_PAGE);
            List<User> found = apps.assigned(app, Pages.after(request), limit + 1);
            return pages.page(request, found, limit, user -> apps.json(app, user), user -> user.id);
        }
        if (route.call().equals("POST /apps/{id}/users")) {
            Map<String, @Nullable Object> body = Json.object(request.body());
            if (!(body.get("id") instanceof String id)) {
                throw Refusal.invalid("id", List.of("id: The field cannot be left blank"));
            }
            Map<String, @Nullable Object> profile = Json.asObject(body.get("profile"));
            User user = users.byIdOrLogin(id);
            apps.assign(app, user, profile);
            writes.add(route, user.id, profile.keySet());
            return Endpoints.json(200, apps.json(app, user));
        }
        User user = users.byIdOrLogin(steps[5]);
        return switch (route.call()) {
            case "POST /apps/{id}/users/{user}" -> {
                Map<String, @Nullable Object> profile =
                        Json.asObject(Json.object(request.body()).get("profile"));
                apps.update(app, user, profile);
                writes.add(route, user.id, profile.keySet());
                yield Endpoints.json(200, apps.json(app, user));
            }
            case "DELETE /apps/{id}/users/{user}" -> {
                apps.unassign(app, user);
                writes.add(route, user.id, List.of());
                yield SimReply.empty(204);
            }
            default -> Endpoints.json(200, apps.json(app, user));
        };
    }
}
