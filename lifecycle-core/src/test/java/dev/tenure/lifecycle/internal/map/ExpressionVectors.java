package dev.tenure.lifecycle.internal.map;

import com.squareup.moshi.JsonReader;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The cases of the expression language, read from JSON: the project's own, or those of a folder. */
final class ExpressionVectors {

    private ExpressionVectors() {}

    /** One case. What is expected is a value, or empty for a fault. */
    record Case(String id, String expression, Map<?, ?> context, Optional<AttributeValue> expected) {

        MappingInput input() {
            return ExpressionVectors.input(context);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** Reads a context that stands by itself. */
    static MappingInput input(String json) throws IOException {
        return input((Map<?, ?>) Objects.requireNonNull(Json.read(json)));
    }

    private static MappingInput input(Map<?, ?> context) {
        MappingInput.Builder input = MappingInput.builder();
        context.forEach((key, fact) -> bind(input, (String) key, fact));
        return input.build();
    }

    static List<Case> read() {
        String folder = System.getProperty("lifecycle.vectors");
        Path expressions = folder == null ? own() : Path.of(folder, "expressions");
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(expressions)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                cases.addAll(read(Files.readString(file)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return cases;
    }

    private static Path own() {
        URL folder = Objects.requireNonNull(ExpressionVectors.class.getResource("/vectors/expressions"));
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Case> read(String json) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Object element : (List<?>) Objects.requireNonNull(Json.read(json))) {
            Map<?, ?> one = (Map<?, ?>) element;
            Object expected = one.get("expected");
            boolean fault = expected instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("error"));
            cases.add(new Case(
                    (String) Objects.requireNonNull(one.get("id")),
                    (String) Objects.requireNonNull(one.get("expression")),
                    (Map<?, ?>) Objects.requireNonNull(one.get("context")),
                    fault ? Optional.empty() : Optional.of(value(expected))));
        }
        return cases;
    }

    private static void bind(MappingInput.Builder input, String key, Object fact) {
        switch (key) {
            case "$workdayUsers" -> input.workdayUsers(profiles(fact));
            case "$directoryUsers" -> input.directoryUsers(profiles(fact));
            case "$groups" ->
                input.groups(((Collection<?>) fact)
                        .stream()
                                .map(group -> (Map<?, ?>) group)
                                .map(group ->
                                        new Group(String.valueOf(group.get("id")), String.valueOf(group.get("name"))))
                                .toList());
            case "$manager" -> input.manager(Optional.of(person((Map<?, ?>) fact)));
            case "$assistant" -> input.assistant(Optional.of(person((Map<?, ?>) fact)));
            case "$linked" -> input.linked(named((Map<?, ?>) fact));
            case "$internal" -> input.internal(profile(fact));
            case "$now" -> input.now(Instant.parse((String) fact));
            default -> {
                if (key.startsWith("$")) {
                    throw new IllegalArgumentException("The vectors have a fact that this test does not know: " + key);
                }
                input.profile(key, profile(fact));
            }
        }
    }

    private static Person person(Map<?, ?> person) {
        Map<?, ?> apps = person.get("apps") instanceof Map<?, ?> map ? map : Map.of();
        Object user = person.get("user");
        return new Person(user == null ? Attributes.empty() : profile(user), named(apps));
    }

    private static Map<String, Attributes> named(Map<?, ?> profiles) {
        Map<String, Attributes> named = new LinkedHashMap<>();
        profiles.forEach((name, profile) -> named.put((String) name, profile(profile)));
        return named;
    }

    private static List<Attributes> profiles(Object list) {
        return ((Collection<?>) list).stream().map(ExpressionVectors::profile).toList();
    }

    private static Attributes profile(Object fact) {
        Attributes.Builder profile = Attributes.builder();
        ((Map<?, ?>) fact).forEach((name, value) -> profile.put((String) name, value(value)));
        return profile.build();
    }

    static AttributeValue value(@Nullable Object json) {
        if (json == null) {
            return AttributeValue.NULL;
        }
        if (json instanceof String text) {
            return AttributeValue.of(text);
        }
        if (json instanceof Boolean bool) {
            return AttributeValue.of(bool);
        }
        if (json instanceof BigDecimal number) {
            boolean integer = number.scale() <= 0 && number.precision() - number.scale() <= 18;
            return integer ? AttributeValue.of(number.longValueExact()) : AttributeValue.of(number);
        }
        return AttributeValue.of(
                ((List<?>) json).stream().map(ExpressionVectors::value).toList());
    }

    /** Reads JSON with numbers as they are written. */
    private static final class Json {

        static @Nullable Object read(String json) throws IOException {
            try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
                return read(reader);
            }
        }

        private static @Nullable Object read(JsonReader reader) throws IOException {
            switch (reader.peek()) {
                case BEGIN_ARRAY -> {
                    List<@Nullable Object> list = new ArrayList<>();
                    reader.beginArray();
                    while (reader.hasNext()) {
                        list.add(read(reader));
                    }
                    reader.endArray();
                    return list;
                }
                case BEGIN_OBJECT -> {
                    Map<String, @Nullable Object> map = new LinkedHashMap<>();
                    reader.beginObject();
                    while (reader.hasNext()) {
                        map.put(reader.nextName(), read(reader));
                    }
                    reader.endObject();
                    return map;
                }
                case NUMBER -> {
                    return new BigDecimal(reader.nextString());
                }
                case BOOLEAN -> {
                    return reader.nextBoolean();
                }
                case STRING -> {
                    return reader.nextString();
                }
                default -> {
                    return reader.nextNull();
                }
            }
        }
    }
}
