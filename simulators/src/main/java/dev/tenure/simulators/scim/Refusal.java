package dev.tenure.simulators.scim;

/** An answer that is an error. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String detail;

    Refusal(int status, String type, String detail) {
        super(type, null, false, false);
        this.status = status;
        this.type = type;
        this.detail = detail;
    }

    static Refusal notFound(String id) {
        return new Refusal(404, "", "Resource " + id + " not found");
    }

    static Refusal invalid(String type, String detail) {
        return new Refusal(400, type, detail);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String detail() {
        return detail;
    }
}
