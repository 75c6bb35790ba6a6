package dev.tenure.simulators.successfactors;

import dev.tenure.simulators.internal.http.SimReply;
import java.util.Map;
import okio.ByteString;

/** What the tenant refuses, as it says so. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SimReply reply;

    private Refusal(SimReply reply) {
        super("refused with " + reply.status());
        this.reply = reply;
    }

    SimReply reply() {
        return reply;
    }

    /** In JSON, as the framework does. */
    static Refusal json(int status, String code, String message) {
        return new Refusal(SimReply.of(
                status,
                "application/json;charset=utf-8",
                Json.bytes(
                        Map.of("error", Map.of("code", code, "message", Map.of("lang", "en-US", "value", message))))));
    }

    /** In text, as what stands before the framework does. */
    static Refusal text(int status, String text) {
        return new Refusal(SimReply.of(status, "text/plain;charset=utf-8", ByteString.encodeUtf8(text)));
    }

    static Refusal unknownProperty(String entity, String property) {
        return json(
                400,
                "COE_PROPERTY_NOT_FOUND",
                "[COE0021]Invalid property names: " + entity + "/" + property
                        + ". Please check the property name and start a new search.");
    }
}
