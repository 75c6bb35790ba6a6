package dev.tenure.simulators.successfactors;

import dev.tenure.simulators.internal.http.SimRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may call: Basic or a token signs in, and a session with its CSRF token is carried on. */
final class Sessions {

    private final OAuthTokens tokens;
    private final String company;
    private final String nameAndPassword;
    private final Map<String, String> open = new HashMap<>();
    private int signIns;

    Sessions(OAuthTokens tokens, String company, String user, String password) {
        this.tokens = tokens;
        this.company = company;
        this.nameAndPassword = user + "@" + company + ":" + password;
    }

    int signIns() {
        return signIns;
    }

    void end() {
        open.clear();
    }

    /** Signs in where no session is carried on; gives the id of a new one. */
    Optional<String> of(SimRequest request) {
        String cookie = request.header("Cookie").orElse("");
        String id = cookie.startsWith("JSESSIONID=") ? cookie.substring(11) : "";
        String csrf = open.get(id);
        if (csrf != null && csrf.equals(request.header("X-CSRF-Token").orElse(""))) {
            return Optional.empty();
        }
        signIn(request.header("Authorization").orElse(""));
        signIns++;
        String fresh = "S" + signIns;
        open.put(fresh, "csrf-" + fresh);
        return Optional.of(fresh);
    }

    private void signIn(String authorization) {
        if (authorization.startsWith("Bearer ")) {
            if (!tokens.isValid(authorization.substring(7))) {
                throw Refusal.text(403, "[LGN0007]The OAuth token is invalid");
            }
            return;
        }
        if (!authorization.startsWith("Basic ")) {
            throw Refusal.text(403, "[LGN0003]Credentials are missing");
        }
        String pair = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8);
        String name = pair.substring(0, Math.max(0, pair.indexOf(':')));
        if (!name.endsWith("@" + company)) {
            throw Refusal.text(403, "[LGN0008]Company not found");
        }
        if (!pair.equals(nameAndPassword)) {
            throw Refusal.text(401, "Unauthorized");
        }
    }
}
