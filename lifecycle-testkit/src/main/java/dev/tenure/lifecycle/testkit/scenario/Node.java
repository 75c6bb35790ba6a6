package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value of a scenario with its place in the text. Asked for something else than it is, it says where and what. */
final class Node {

    private final String place;
    private final @Nullable Object value;

    private Node(String place, @Nullable Object value) {
        this.place = place;
        this.value = value;
    }

    static Node parse(String json) {
        return of(Json.parse(json));
    }

    /** Takes plain values, as {@link Json} gives them. */
    static Node of(@Nullable Object json) {
        return new Node("", json);
    }

    /** Holds an object to the keys that are known. */
    Node knowing(String... keys) {
        for (String key : map().keySet()) {
            if (!Arrays.asList(keys).contains(key)) {
                throw error("unknown key '" + key + "'; known are " + String.join(", ", keys));
            }
        }
        return this;
    }

    Node require(String key) {
        return get(key).orElseThrow(() -> error("key '" + key + "' is missing"));
    }

    /** Gives a field, present even if it is null. */
    Optional<Node> get(String key) {
        return map().containsKey(key) ? Optional.of(field(key, map().get(key))) : Optional.empty();
    }

    /** Gives a field that is there and not null. */
    Optional<Node> some(String key) {
        return get(key).filter(node -> !node.isNull());
    }

    Map<String, Node> fields() {
        Map<String, Node> fields = new LinkedHashMap<>();
        map().forEach((key, field) -> fields.put(key, field(key, field)));
        return fields;
    }

    List<Node> elements() {
        if (!(value instanceof List<?> list)) {
            throw error("a list was expected, not " + this);
        }
        List<Node> elements = new ArrayList<>();
        for (Object element : list) {
            elements.add(new Node(place + "[" + elements.size() + "]", element));
        }
        return elements;
    }

    List<String> texts() {
        return elements().stream().map(Node::text).toList();
    }

    boolean isNull() {
        return value == null;
    }

    String text() {
        if (!(value instanceof String text)) {
            throw error("text was expected, not " + this);
        }
        return text;
    }

    boolean truth() {
        if (!(value instanceof Boolean truth)) {
            throw error("true or false was expected, not " + this);
        }
        return truth;
    }

    int integer() {
        if (value instanceof BigDecimal number) {
            try {
                return number.intValueExact();
            } catch (ArithmeticException notWhole) {
                throw error("a whole number was expected, not " + this);
            }
        }
        throw error("a whole number was expected, not " + this);
    }

    Instant instant() {
        try {
            return Instant.parse(text());
        } catch (DateTimeException notAnInstant) {
            throw error("an instant such as 2026-03-02T09:00:00Z was expected, not " + this);
        }
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text())) {
                return constant;
            }
        }
        throw error("'" + text() + "' is none of " + Arrays.toString(type.getEnumConstants()));
    }

    <E> E oneOf(Map<String, E> byName) {
        E found = byName.get(text());
        if (found == null) {
            throw error("'" + text() + "' is none of " + Set.copyOf(byName.keySet()));
        }
        return found;
    }

    /** Gives the value as an attribute has it, white space and all. */
    AttributeValue attribute() {
        if (value == null) {
            return AttributeValue.NULL;
        }
        if (value instanceof String text) {
            return AttributeValue.of(text);
        }
        if (value instanceof Boolean truth) {
            return AttributeValue.of(truth);
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0
                            && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                    ? AttributeValue.of(number.longValueExact())
                    : AttributeValue.of(number);
        }
        if (value instanceof List<?>) {
            return AttributeValue.of(elements().stream().map(Node::attribute).toList());
        }
        throw error("an attribute's value was expected, not " + this);
    }

    Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        fields().forEach((name, field) -> attributes.put(name, field.attribute()));
        return attributes;
    }

    ScenarioFormatException error(String problem) {
        return new ScenarioFormatException(place, problem);
    }

    private Node field(String key, @Nullable Object field) {
        return new Node(place.isEmpty() ? key : place + "." + key, field);
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> map() {
        if (!(value instanceof Map<?, ?> map)) {
            throw error("an object was expected, not " + this);
        }
        return (Map<String, @Nullable Object>) map;
    }

    @Override
    public String toString() {
        return value == null ? "null" : value instanceof String ? "'" + value + "'" : String.valueOf(value);
    }
}
