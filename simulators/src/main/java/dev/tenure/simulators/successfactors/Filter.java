package dev.tenure.simulators.successfactors;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A filter: {@code eq ne gt ge lt le and or not}, parentheses, and {@code in} with a list without any. */
final class Filter {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(datetimeoffset'[^']*'|datetime'[^']*'|'(?:[^']|'')*'|[(),]|[A-Za-z_][A-Za-z0-9_/]*|-?\\d+L?)");

    private final Schema.Entity entity;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private Filter(Schema.Entity entity, String text) {
        this.entity = entity;
        Matcher matcher = TOKEN.matcher(text.strip());
        int end = 0;
        while (end < text.strip().length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end < text.strip().length()) {
            throw malformed();
        }
    }

    static Predicate<Map<String, @Nullable Object>> parse(Schema.Entity entity, String text) {
        Filter filter = new Filter(entity, text);
        Predicate<Map<String, @Nullable Object>> whole = filter.or();
        if (filter.at < filter.tokens.size()) {
            throw malformed();
        }
        return whole;
    }

    private Predicate<Map<String, @Nullable Object>> or() {
        Predicate<Map<String, @Nullable Object>> all = and();
        while (take("or")) {
            all = all.or(and());
        }
        return all;
    }

    private Predicate<Map<String, @Nullable Object>> and() {
        Predicate<Map<String, @Nullable Object>> all = one();
        while (take("and")) {
            all = all.and(one());
        }
        return all;
    }

    private Predicate<Map<String, @Nullable Object>> one() {
        if (take("not")) {
            return one().negate();
        }
        if (take("(")) {
            Predicate<Map<String, @Nullable Object>> inner = or();
            if (!take(")")) {
                throw malformed();
            }
            return inner;
        }
        String property = next();
        if (!entity.properties().containsKey(property)) {
            throw Refusal.unknownProperty(entity.name(), property);
        }
        String operator = next();
        if (operator.equals("in")) {
            List<@Nullable Object> values = new ArrayList<>();
            do {
                values.add(literal());
            } while (take(","));
            return row -> values.contains(row.get(property));
        }
        Object value = literal();
        return row -> compare(row.get(property), operator, value);
    }

    private static boolean compare(@Nullable Object left, String operator, @Nullable Object right) {
        if (operator.equals("eq") || operator.equals("ne")) {
            return java.util.Objects.equals(left, right) == operator.equals("eq");
        }
        if (left == null || right == null || left.getClass() != right.getClass()) {
            return false;
        }
        @SuppressWarnings({"unchecked", "rawtypes"}) // Of one class, and all values are comparable.
        int order = ((Comparable) left).compareTo(right);
        return switch (operator) {
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            default -> throw malformed();
        };
    }

    private @Nullable Object literal() {
        String token = next();
        try {
            if (token.startsWith("datetimeoffset'")) {
                return Instant.parse(token.substring(15, token.length() - 1));
            }
            if (token.startsWith("datetime'")) {
                return LocalDate.parse(token.substring(9, 19));
            }
            if (token.startsWith("'")) {
                return token.substring(1, token.length() - 1).replace("''", "'");
            }
            return switch (token) {
                case "true" -> true;
                case "false" -> false;
                case "null" -> null;
                default -> Long.valueOf(token.replace("L", ""));
            };
        } catch (RuntimeException wrong) {
            throw malformed();
        }
    }

    private boolean take(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private String next() {
        if (at >= tokens.size()) {
            throw malformed();
        }
        return tokens.get(at++);
    }

    private static Refusal malformed() {
        return Refusal.json(400, "COE_UNSUPPORTED_FEATURE", "[COE0024]The $filter cannot be read.");
    }
}
