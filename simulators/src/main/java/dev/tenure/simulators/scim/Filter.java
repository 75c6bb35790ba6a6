package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A filter (RFC 7644, 3.4.2.2), parsed against the attributes of a kind of resource. */
final class Filter {

    private static final Set<String> OPERATORS = Set.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");

    /** Finds the values of an attribute by its path; empty if there is no such attribute. */
    interface Attributes {
        Optional<Values> find(String path);
    }

    /** An attribute and how to take its values from what is tested. */
    record Values(Attr attribute, java.util.function.Function<Map<String, @Nullable Object>, List<Object>> of) {}

    private final Predicate<Map<String, @Nullable Object>> test;
    private final Set<String> attributes;

    private Filter(Predicate<Map<String, @Nullable Object>> test, Set<String> attributes) {
        this.test = test;
        this.attributes = attributes;
    }

    static Filter of(String text, Type type) {
        return new Parser(text, path -> Place.of(path, type).map(Filter::values)).parse();
    }

    /** A filter within brackets, for the elements of a list. */
    static Filter within(String text, Attr list) {
        return new Parser(
                        text,
                        path -> list.sub(path).map(sub -> new Values(sub, element -> some(element.get(sub.name())))))
                .parse();
    }

    boolean matches(Map<String, @Nullable Object> tested) {
        return test.test(tested);
    }

    /** The attributes that it asks for, as the schemas name them. */
    Set<String> attributes() {
        return attributes;
    }

    private static Values values(Place place) {
        Attr leaf = place.sub().orElse(place.attribute());
        return new Values(leaf, resource -> {
            List<Object> found = new ArrayList<>();
            for (Object value : Json.list(
                    place.holder(resource, false).get(place.attribute().name()))) {
                boolean picked =
                        place.filter().isEmpty() || place.filter().get().matches(Json.map(value));
                if (picked && place.sub().isPresent()) {
                    found.addAll(some(Json.map(value).get(place.sub().get().name())));
                } else if (picked && value instanceof Map<?, ?>) {
                    found.addAll(some(Json.map(value).get("value")));
                } else if (picked && value != null) {
                    found.add(value);
                }
            }
            return found;
        });
    }

    private static List<Object> some(@Nullable Object value) {
        return value == null ? List.of() : List.of(value);
    }

    private static boolean compare(String operator, Attr attribute, Object there, @Nullable Object wanted) {
        if (wanted == null) {
            return false;
        }
        if (there instanceof Boolean || there instanceof Number) {
            boolean same = (there instanceof Number && wanted instanceof Number)
                    ? new BigDecimal(there.toString()).compareTo(new BigDecimal(wanted.toString())) == 0
                    : there.equals(wanted);
            return operator.equals("ne") ? !same : same;
        }
        String left =
                attribute.caseExact() ? there.toString() : there.toString().toLowerCase(Locale.ROOT);
        String right =
                attribute.caseExact() ? wanted.toString() : wanted.toString().toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "eq" -> left.equals(right);
            case "ne" -> !left.equals(right);
            case "co" -> left.contains(right);
            case "sw" -> left.startsWith(right);
            case "ew" -> left.endsWith(right);
            case "gt" -> left.compareTo(right) > 0;
            case "ge" -> left.compareTo(right) >= 0;
            case "lt" -> left.compareTo(right) < 0;
            default -> left.compareTo(right) <= 0;
        };
    }

    private static final class Parser {

        private final String text;
        private final Attributes known;
        private final Set<String> asked = new java.util.TreeSet<>();
        private int at;

        Parser(String text, Attributes known) {
            this.text = text;
            this.known = known;
        }

        Filter parse() {
            Predicate<Map<String, @Nullable Object>> whole = any();
            spaces();
            if (at < text.length()) {
                throw bad("something follows it");
            }
            return new Filter(whole, asked);
        }

        private Predicate<Map<String, @Nullable Object>> any() {
            Predicate<Map<String, @Nullable Object>> left = all();
            while (word("or")) {
                left = left.or(all());
            }
            return left;
        }

        private Predicate<Map<String, @Nullable Object>> all() {
            Predicate<Map<String, @Nullable Object>> left = one();
            while (word("and")) {
                left = left.and(one());
            }
            return left;
        }

        private Predicate<Map<String, @Nullable Object>> one() {
            if (word("not")) {
                return one().negate();
            }
            spaces();
            if (at < text.length() && text.charAt(at) == '(') {
                at++;
                Predicate<Map<String, @Nullable Object>> inner = any();
                spaces();
                if (at >= text.length() || text.charAt(at) != ')') {
                    throw bad("')' is missing");
                }
                at++;
                return inner;
            }
            return comparison();
        }

        private Predicate<Map<String, @Nullable Object>> comparison() {
            String path = path();
            Values values = known.find(path).orElseThrow(() -> bad("attribute is unknown"));
            asked.add(values.attribute().name());
            if (path.indexOf('[') >= 0 || path.indexOf('.') >= 0) {
                asked.add("part of a list or complex attribute");
            }
            if (path.endsWith("]")) {
                return tested -> !values.of().apply(tested).isEmpty();
            }
            String operator = token().toLowerCase(Locale.ROOT);
            if (operator.equals("pr")) {
                return tested -> !values.of().apply(tested).isEmpty();
            }
            if (!OPERATORS.contains(operator)) {
                throw bad("operator is unknown");
            }
            Object wanted = literal();
            Attr attribute = values.attribute();
            return tested ->
                    values.of().apply(tested).stream().anyMatch(there -> compare(operator, attribute, there, wanted));
        }

        private String path() {
            spaces();
            int start = at;
            int depth = 0;
            boolean quoted = false;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"' && text.charAt(at - 1) != '\\') {
                    quoted = !quoted;
                } else if (!quoted && c == '[') {
                    depth++;
                } else if (!quoted && c == ']') {
                    depth--;
                } else if (!quoted && depth == 0 && (c == ' ' || c == ')')) {
                    break;
                }
                at++;
            }
            if (start == at) {
                throw bad("attribute is missing");
            }
            return text.substring(start, at);
        }

        private @Nullable Object literal() {
            spaces();
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted();
            }
            String word = token();
            return switch (word) {
                case "true" -> true;
                case "false" -> false;
                case "null" -> null;
                default -> number(word);
            };
        }

        private Object number(String word) {
            try {
                return new BigDecimal(word);
            } catch (NumberFormatException notOne) {
                throw bad("value is none");
            }
        }

        private String quoted() {
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return value.toString();
                }
                if (c == '\\' && at + 1 < text.length()) {
                    at++;
                    char escaped = text.charAt(at);
                    if (escaped == 'u' && at + 4 < text.length()) {
                        value.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                        at += 4;
                    } else {
                        value.append(
                                switch (escaped) {
                                    case 'n' -> '\n';
                                    case 't' -> '\t';
                                    case 'r' -> '\r';
                                    case 'b' -> '\b';
                                    case 'f' -> '\f';
                                    default -> escaped;
                                });
                    }
                } else {
                    value.append(c);
                }
            }
            throw bad("quotation mark is missing");
        }

        private String token() {
            spaces();
            int start = at;
            while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != ')') {
                at++;
            }
            if (start == at) {
                throw bad("it ends too early");
            }
            return text.substring(start, at);
        }

        private boolean word(String word) {
            spaces();
            int end = at + word.length();
            if (text.regionMatches(true, at, word, 0, word.length())
                    && end < text.length()
                    && (text.charAt(end) == ' ' || text.charAt(end) == '(')) {
                at = end;
                return true;
            }
            return false;
        }

        private void spaces() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private Refusal bad(String why) {
            return Refusal.invalid("invalidFilter", "The filter cannot be used at character " + at + ": " + why);
        }
    }
}
