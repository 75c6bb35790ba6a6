package dev.tenure.successfactors.internal.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of an answer (rule T7): a list, a single record, or the outcomes of an upsert.
 *
 * @param rows the records
 * @param next the address of the next page, as it came; empty on the last
 * @param upsert whether these are the outcomes of an upsert
 */
public record Answer(List<Row> rows, Optional<String> next, boolean upsert) {

    private static final String D = "d";

    /** Copies the list. */
    public Answer {
        rows = List.copyOf(rows);
    }

    /**
     * Makes sense of a document.
     *
     * @param json the document
     * @return its content
     * @throws UnreadableAnswerException if it is neither
     */
    public static Answer of(@Nullable Object json) throws UnreadableAnswerException {
        if (json instanceof Map<?, ?> error && error.containsKey("error")) {
            throw new UnreadableAnswerException("it is an error with the status of a success"
                    + ErrorBody.code(error).map(code -> " (" + code + ")").orElse(""));
        }
        if (!(json instanceof Map<?, ?> document) || !document.containsKey(D)) {
            throw new UnreadableAnswerException("it is no OData answer: 'd' is missing");
        }
        Object d = document.get(D);
        if (d instanceof List<?> outcomes) {
            return new Answer(all(outcomes), Optional.empty(), true);
        }
        if (!(d instanceof Map<?, ?> content)) {
            throw new UnreadableAnswerException("it is no OData answer: 'd' is neither an object nor a list");
        }
        if (!content.containsKey("results")) {
            return new Answer(List.of(new Row(Row.asObject(content))), Optional.empty(), false);
        }
        if (!(content.get("results") instanceof List<?> results)) {
            throw new UnreadableAnswerException("it is no OData answer: 'results' is no list");
        }
        return new Answer(all(results), next(content.get("__next")), false);
    }

    private static Optional<String> next(@Nullable Object next) throws UnreadableAnswerException {
        if (next == null) {
            return Optional.empty();
        }
        if (next instanceof String link && !link.isBlank()) {
            return Optional.of(link);
        }
        throw new UnreadableAnswerException("it is no OData answer: '__next' is no address");
    }

    /** A record that is none must not be passed over in silence: whoever it is could be taken for absent. */
    private static List<Row> all(List<?> results) throws UnreadableAnswerException {
        List<Row> rows = Row.rows(results);
        if (rows.size() != results.size()) {
            throw new UnreadableAnswerException("it is no OData answer: a record is no object");
        }
        return rows;
    }

    /** Says how many records there are. */
    @Override
    public String toString() {
        return "Answer[" + rows.size() + "]";
    }
}
