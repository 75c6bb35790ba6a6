package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.http.SimRequest;
import dev.tenure.simulators.okta.RateWindows.Bucket;
import java.util.Optional;
import java.util.Set;

/**
 * What a request asks, with the ids taken out: the name under which calls are counted and faults are set.
 *
 * @param call the method and the path with placeholders, such as {@code POST /users/{id}}
 * @param bucket the rate limit that it counts against
 */
record Route(String call, Bucket bucket) {

    private static final Set<String> LIFECYCLE =
            Set.of("activate", "deactivate", "reactivate", "suspend", "unsuspend", "unlock");

    /** Finds the route of a request below {@code /api/v1}. */
    static Optional<Route> of(SimRequest request) {
        String[] steps = request.steps();
        if (steps.length < 3 || !steps[0].equals("api") || !steps[1].equals("v1")) {
            return Optional.empty();
        }
        return switch (steps[2]) {
            case "users" -> users(request.method(), steps);
            case "groups" -> groups(request.method(), steps);
            case "apps" -> apps(request.method(), steps);
            case "meta" -> meta(request.method(), steps);
            default -> Optional.empty();
        };
    }

    private static Optional<Route> users(String method, String[] steps) {
        if (steps.length == 3) {
            return allowed(method, Set.of("GET", "POST"), "/users", Bucket.USERS);
        }
        if (steps.length == 4) {
            Bucket bucket = method.equals("GET") ? Bucket.READ_USER : Bucket.WRITE_USER;
            return allowed(method, Set.of("GET", "POST", "PUT", "DELETE"), "/users/{id}", bucket);
        }
        if (steps.length == 5 && steps[4].equals("groups")) {
            return allowed(method, Set.of("GET"), "/users/{id}/groups", Bucket.REST);
        }
        if (steps.length == 5 && steps[4].equals("sessions")) {
            return allowed(method, Set.of("DELETE"), "/users/{id}/sessions", Bucket.REST);
        }
        if (steps.length == 6 && steps[4].equals("lifecycle") && LIFECYCLE.contains(steps[5])) {
            return allowed(method, Set.of("POST"), "/users/{id}/lifecycle/" + steps[5], Bucket.REST);
        }
        return Optional.empty();
    }

    private static Optional<Route> groups(String method, String[] steps) {
        if (steps.length == 3) {
            return allowed(method, Set.of("GET", "POST"), "/groups", Bucket.GROUPS);
        }
        if (steps.length == 4) {
            return allowed(method, Set.of("GET", "PUT", "DELETE"), "/groups/{id}", Bucket.GROUP);
        }
        if (steps.length == 5 && steps[4].equals("users")) {
            return allowed(method, Set.of("GET"), "/groups/{id}/users", Bucket.REST);
        }
        if (steps.length == 6 && steps[4].equals("users")) {
            return allowed(method, Set.of("PUT", "DELETE"), "/groups/{id}/users/{user}", Bucket.REST);
        }
        return Optional.empty();
    }

    private static Optional<Route> apps(String method, String[] steps) {
        if (steps.length == 5 && steps[4].equals("users")) {
            return allowed(method, Set.of("GET", "POST"), "/apps/{id}/users", Bucket.APPS);
        }
        if (steps.length == 6 && steps[4].equals("users")) {
            return allowed(method, Set.of("GET", "POST", "DELETE"), "/apps/{id}/users/{user}", Bucket.APPS);
        }
        return Optional.empty();
    }

    private static Optional<Route> meta(String method, String[] steps) {
        if (steps.length == 6 && steps[3].equals("schemas") && steps[4].equals("user")) {
            return allowed(method, Set.of("GET"), "/meta/schemas/user/{id}", Bucket.REST);
        }
        if (steps.length >= 5 && steps[3].equals("types") && steps[4].equals("user")) {
            return allowed(
                    method,
                    Set.of("GET"),
                    steps.length == 5 ? "/meta/types/user" : "/meta/types/user/{id}",
                    Bucket.REST);
        }
        return Optional.empty();
    }

    private static Optional<Route> allowed(String method, Set<String> methods, String path, Bucket bucket) {
        if (!methods.contains(method)) {
            throw Refusal.of(405, "E0000022", "The endpoint does not support the provided HTTP method");
        }
        return Optional.of(new Route(method + " " + path, bucket));
    }
}
