package dev.tenure.http;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One call that was made, as a listener hears of it. Holds no secret and no personal data.
 *
 * @param system the name of the system that was called
 * @param operation what was asked, such as {@code update user}
 * @param urgency whether it went ahead of other calls
 * @param correlationId the id that went with the request
 * @param status the HTTP status; empty if there was no answer
 * @param duration from the request to the last byte of the answer, by the connector's clock
 */
public record CallEvent(
        String system,
        String operation,
        Urgency urgency,
        String correlationId,
        OptionalInt status,
        Duration duration) {}
