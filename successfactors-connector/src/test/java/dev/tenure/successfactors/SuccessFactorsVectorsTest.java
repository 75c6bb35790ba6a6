package dev.tenure.successfactors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.successfactors.internal.call.Outcome;
import dev.tenure.successfactors.internal.call.Verdict;
import dev.tenure.successfactors.internal.translate.Picklists;
import dev.tenure.successfactors.internal.wire.Answer;
import dev.tenure.successfactors.internal.wire.ErrorBody;
import dev.tenure.successfactors.internal.wire.Json;
import dev.tenure.successfactors.internal.wire.Row;
import dev.tenure.successfactors.internal.wire.UnreadableAnswerException;
import dev.tenure.successfactors.internal.write.ContactPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SuccessFactors vectors: what goes in, and what a correct connector makes of it. The project's own are always played,
 * and those in the folder {@code successfactors} of {@code -Dlifecycle.vectors=DIR} too where that is given.
 */
final class SuccessFactorsVectorsTest {

    private static final String EXPECTED = ".expected.json";

    static List<Path> folders() {
        String given = System.getProperty("lifecycle.vectors", "");
        Path own = Path.of("src/test/resources/vectors/successfactors");
        return given.isEmpty() ? List.of(own) : List.of(own, Path.of(given).resolve("successfactors"));
    }

    /** What goes in, of every vector; where a folder that is given lacks, or has none, that is no success. */
    static List<Path> vectors() throws IOException {
        List<Path> vectors = new ArrayList<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> here = files.filter(
                                file -> file.getFileName().toString().endsWith(EXPECTED))
                        .map(SuccessFactorsVectorsTest::input)
                        .sorted()
                        .toList();
                assertThat(here).as("vectors in " + folder).isNotEmpty();
                vectors.addAll(here);
            }
        }
        return vectors;
    }

    private static Path input(Path expected) {
        String name = expected.getFileName().toString();
        return expected.resolveSibling(name.substring(0, name.length() - EXPECTED.length()) + ".json");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void vector(Path file) throws IOException, UnreadableAnswerException {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        Map<String, @Nullable Object> input = json(file);
        Map<String, @Nullable Object> expected = json(file.resolveSibling(name + EXPECTED));
        String why = name + ": " + input.get("why");
        switch (String.valueOf(input.get("kind"))) {
            case "read" ->
                assertThat(ReadVector.differences(input, expected)).as(why).isEmpty();
            case "writeBack" -> assertThat(writeBack(input)).as(why).isEqualTo(expected);
            case "error" -> assertThat(error(input)).as(why).isEqualTo(expected);
            default -> throw new IllegalArgumentException("Unknown kind of vector '" + input.get("kind") + "'");
        }
    }

    private static Map<String, @Nullable Object> error(Map<String, @Nullable Object> input) throws IOException {
        Map<String, @Nullable Object> response = object(input.get("response"));
        int status = Integer.parseInt(String.valueOf(response.get("status")));
        Headers.Builder headers = new Headers.Builder();
        object(response.get("headers")).forEach((name, value) -> headers.add(name, String.valueOf(value)));
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        Verdict verdict = verdict(status, headers.build(), bytes(response.get("body")), at);
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        actual.put("outcome", verdict.outcome().name());
        actual.put("code", verdict.code().orElse(null));
        actual.put(
                "retryAfterSeconds",
                verdict.retryAt()
                        .map(until -> Long.toString(Duration.between(at, until).toSeconds()))
                        .orElse(null));
        actual.put(
                "failedIndexes",
                verdict.failedIndexes()
                        .map(all -> all.stream().map(String::valueOf).toList())
                        .orElse(null));
        return actual;
    }

    private static Verdict verdict(int status, Headers headers, ByteString body, Instant at) throws IOException {
        if (status < 200 || status > 299) {
            return Verdict.ofFailure(status, headers, body, at);
        }
        try {
            return Verdict.ofSuccess(Answer.of(Json.read(new Buffer().write(body))));
        } catch (UnreadableAnswerException unreadable) {
            return new Verdict(Outcome.PROTOCOL_VIOLATION, ErrorBody.code(body), Optional.empty(), Optional.empty());
        }
    }

    private static ByteString bytes(@Nullable Object body) {
        if (body == null) {
            return ByteString.EMPTY;
        }
        return body instanceof String text ? ByteString.encodeUtf8(text) : Json.write(body);
    }

    private static Map<String, @Nullable Object> writeBack(Map<String, @Nullable Object> input)
            throws IOException, UnreadableAnswerException {
        Picklists picklists = ReadVector.picklists(input);
        Map<String, @Nullable Object> current = object(input.get("current"));
        ContactPlan.Present present = new ContactPlan.Present(
                String.valueOf(input.get("personIdExternal")),
                rows(current.get("PerEmail")),
                rows(current.get("PerPhone")));
        Map<ContactField, String> desired = new EnumMap<>(ContactField.class);
        Map<String, @Nullable Object> values = object(input.get("desired"));
        put(desired, ContactField.WORK_EMAIL, values.get("email"));
        put(desired, ContactField.WORK_PHONE, values.get("phone"));
        ContactPlan plan =
                ContactPlan.of(picklists, Set.of("B"), ReadVector.policy(input).takeOverPrimary(), present, desired);
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        plan.outcomes()
                .forEach((field, result) ->
                        outcome.put(field == ContactField.WORK_EMAIL ? "email" : "phone", result.name()));
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        actual.put("outcome", outcome);
        actual.put("request", plan.records().isEmpty() ? null : request(plan));
        return actual;
    }

    private static Map<String, @Nullable Object> request(ContactPlan plan)
            throws IOException, UnreadableAnswerException {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("method", "POST");
        request.put("path", ReadVector.upsertPath());
        request.put("body", Json.read(new Buffer().write(Json.write(plan.records()))));
        return request;
    }

    private static void put(Map<ContactField, String> into, ContactField field, @Nullable Object value) {
        if (value != null) {
            into.put(field, String.valueOf(value));
        }
    }

    private static List<Row> rows(@Nullable Object list) {
        List<Row> rows = new ArrayList<>();
        if (list instanceof List<?> all) {
            all.forEach(one -> rows.add(new Row(object(one))));
        }
        return rows;
    }

    @SuppressWarnings("unchecked") // Json makes these maps, and its keys are strings.
    static Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    private static Map<String, @Nullable Object> json(Path file) throws IOException, UnreadableAnswerException {
        return object(Json.read(new Buffer().write(Files.readAllBytes(file))));
    }
}
