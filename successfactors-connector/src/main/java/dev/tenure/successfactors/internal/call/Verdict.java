package dev.tenure.successfactors.internal.call;

import dev.tenure.http.RetryAfter;
import dev.tenure.successfactors.internal.wire.Answer;
import dev.tenure.successfactors.internal.wire.ErrorBody;
import dev.tenure.successfactors.internal.wire.Row;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;
import okio.ByteString;

/**
 * What an answer means, and what it says of itself (part E). Pure.
 *
 * @param outcome what it means
 * @param code the code that the system gives; empty for upserts
 * @param retryAt the instant before which it wants no further call
 * @param failedIndexes which records of an upsert failed; empty if it is none
 */
public record Verdict(
        Outcome outcome, Optional<String> code, Optional<Instant> retryAt, Optional<List<Integer>> failedIndexes) {

    /** What SAP recommends where it names no time itself. */
    private static final Duration BREATHER = Duration.ofMinutes(5);

    private static final Set<String> PERMISSION = Set.of("LGN0002", "LGN0009");
    private static final String BAD_VALUE = "COE0019";

    /**
     * Judges an answer that is no success.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param body the body
     * @param at when it came, by our clock
     * @return what it means
     */
    public static Verdict ofFailure(int status, Headers headers, ByteString body, Instant at) {
        Optional<String> code = ErrorBody.code(body);
        boolean login = code.filter(text -> text.startsWith("LGN")).isPresent();
        boolean permission = code.filter(PERMISSION::contains).isPresent();
        if (status == 429) {
            Instant until = RetryAfter.read(headers, at).orElse(at.plus(BREATHER));
            return new Verdict(Outcome.RETRY_LATER, code, Optional.of(until), Optional.empty());
        }
        if (status == 503) {
            return new Verdict(Outcome.RETRY_LATER, code, RetryAfter.read(headers, at), Optional.empty());
        }
        if (status >= 500) {
            return plain(
                    code.filter(BAD_VALUE::equals).isPresent() ? Outcome.INVALID_VALUE : Outcome.RETRY_LATER, code);
        }
        return plain(
                switch (status) {
                    case 400 -> Outcome.INVALID_REQUEST;
                    case 401 -> permission ? Outcome.PERMISSION_MISSING : Outcome.CREDENTIALS_REJECTED;
                    case 403 -> permission || !login ? Outcome.PERMISSION_MISSING : Outcome.CREDENTIALS_REJECTED;
                    case 404 -> Outcome.NOT_FOUND;
                    default -> Outcome.PROTOCOL_VIOLATION;
                },
                code);
    }

    /**
     * Judges a success: the records of an upsert may have failed all the same (rule E1).
     *
     * @param answer the content
     * @return what it means
     */
    public static Verdict ofSuccess(Answer answer) {
        if (!answer.upsert()) {
            return plain(Outcome.OK, Optional.empty());
        }
        List<Integer> failed = new ArrayList<>();
        for (int i = 0; i < answer.rows().size(); i++) {
            Row record = answer.rows().get(i);
            if (!"OK".equalsIgnoreCase(record.text("status"))) {
                failed.add(index(record, i));
            }
        }
        Outcome outcome = Outcome.PARTIAL;
        if (failed.isEmpty()) {
            outcome = Outcome.OK;
        } else if (failed.size() == answer.rows().size()) {
            outcome = Outcome.INVALID_VALUE;
        }
        return new Verdict(outcome, Optional.empty(), Optional.empty(), Optional.of(List.copyOf(failed)));
    }

    private static int index(Row record, int place) {
        BigInteger index = record.number("index");
        return index == null || index.bitLength() > 31 ? place : index.intValue();
    }

    private static Verdict plain(Outcome outcome, Optional<String> code) {
        return new Verdict(outcome, code, Optional.empty(), Optional.empty());
    }
}
