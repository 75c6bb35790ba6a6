package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The service apps of an organisation, and the access tokens that they got. */
final class ServiceApps {

    static final String PATH = "/oauth2/v1/token";

    private static final Duration LIFE = Duration.ofHours(1);
    private static final Map<String, String> ALGORITHMS = Map.of(
            "RS256", "SHA256withRSA",
            "RS384", "SHA384withRSA",
            "RS512", "SHA512withRSA",
            "ES256", "SHA256withECDSAinP1363Format",
            "ES384", "SHA384withECDSAinP1363Format",
            "ES512", "SHA512withECDSAinP1363Format");

    /** An app as the organisation knows it. */
    record App(String clientId, String keyId, PublicKey key, Set<String> scopes) {}

    private record Grant(Set<String> scopes, Instant until) {}

    private final InstantSource clock;
    private final List<App> apps;
    private final Map<String, Grant> grants = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    ServiceApps(InstantSource clock, List<App> apps) {
        this.clock = clock;
        this.apps = List.copyOf(apps);
    }

    synchronized SimReply token(SimRequest request, String baseUrl) {
        Map<String, String> form =
                new SimRequest("POST", PATH, request.body().utf8(), Map.of(), ByteString.EMPTY).query();
        Optional<App> app = "client_credentials".equals(form.get("grant_type"))
                ? signer(form.getOrDefault("client_assertion", ""), baseUrl + PATH)
                : Optional.empty();
        if (app.isEmpty()) {
            return refused(401, "invalid_client");
        }
        Set<String> scopes =
                new HashSet<>(Arrays.asList(form.getOrDefault("scope", "").split(" ", -1)));
        if (!app.get().scopes().containsAll(scopes)) {
            return refused(400, "invalid_scope");
        }
        String token = "simulated-access-" + (seen.size() + 1);
        grants.put(token, new Grant(scopes, clock.instant().plus(LIFE)));
        return Endpoints.json(
                200,
                Map.of(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        LIFE.toSeconds(),
                        "access_token",
                        token,
                        "scope",
                        String.join(" ", scopes)));
    }

    /** Says why a token may not make a call; empty if it may. */
    synchronized Optional<Refusal> refusal(String token, Route route) {
        Grant grant = grants.get(token);
        if (grant == null || !clock.instant().isBefore(grant.until())) {
            return Optional.of(Refusal.of(401, "E0000011", "Invalid token provided"));
        }
        return grant.scopes().stream().anyMatch(scope -> allows(scope, route))
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(403, "E0000006", "You do not have permission to perform the requested action"));
    }

    synchronized void revoke() {
        grants.clear();
    }

    private static boolean allows(String scope, Route route) {
        String path = route.call().substring(route.call().indexOf(' ') + 1);
        boolean read = route.call().startsWith("GET ");
        String of = path.startsWith("/users")
                ? "users"
                : path.startsWith("/groups") ? "groups" : path.startsWith("/apps") ? "apps" : "schemas";
        return scope.equals("okta." + of + ".manage") || (read && scope.equals("okta." + of + ".read"));
    }

    private Optional<App> signer(String assertion, String audience) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Map<String, @Nullable Object> header = json(parts[0]);
            Map<String, @Nullable Object> claims = json(parts[1]);
            return apps.stream()
                    .filter(app -> app.clientId().equals(claims.get("iss"))
                            && app.clientId().equals(claims.get("sub"))
                            && app.keyId().equals(header.get("kid"))
                            && isSigned(app, header, parts))
                    .filter(app -> audience.equals(claims.get("aud")) && isTimely(claims) && isNew(claims))
                    .findFirst();
        } catch (IllegalArgumentException | Refusal malformed) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(App app, Map<String, @Nullable Object> header, String[] parts) {
        try {
            String algorithm = ALGORITHMS.get(String.valueOf(header.get("alg")));
            if (algorithm == null) {
                return false;
            }
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(app.key());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException wrongKey) {
            return false;
        }
    }

    /** Not expired, not for more than an hour, and not from the future. */
    private boolean isTimely(Map<String, @Nullable Object> claims) {
        long now = clock.instant().getEpochSecond();
        return claims.get("exp") instanceof Long exp
                && exp > now
                && exp <= now + 3_600
                && (!(claims.get("iat") instanceof Long iat) || iat <= now + 60);
    }

    private boolean isNew(Map<String, @Nullable Object> claims) {
        return seen.add(String.valueOf(claims.get("jti")));
    }

    private static Map<String, @Nullable Object> json(String part) {
        return Json.object(ByteString.of(Base64.getUrlDecoder().decode(part)));
    }

    private static SimReply refused(int status, String error) {
        return Endpoints.json(status, Map.of("error", error, "error_description", "simulated"));
    }
}
