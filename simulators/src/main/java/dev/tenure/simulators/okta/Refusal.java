package dev.tenure.simulators.okta;

import java.util.List;

/** An answer that is an error, in Okta's terms. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String summary;
    private final transient List<String> causes;

    private Refusal(int status, String code, String summary, List<String> causes) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.summary = summary;
        this.causes = causes;
    }

    static Refusal of(int status, String code, String summary) {
        return new Refusal(status, code, summary, List.of());
    }

    static Refusal invalid(String what, List<String> causes) {
        return new Refusal(400, "E0000001", "Api validation failed: " + what, causes);
    }

    static Refusal notFound(String id, String what) {
        return of(404, "E0000007", "Not found: Resource not found: " + id + " (" + what + ")");
    }

    static Refusal wrongState() {
        return of(403, "E0000038", "This operation is not allowed in the user's current status.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String summary() {
        return summary;
    }

    List<String> causes() {
        return causes;
    }
}
