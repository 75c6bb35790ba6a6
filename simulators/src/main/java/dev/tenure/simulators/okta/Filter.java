package dev.tenure.simulators.okta;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The expressions of the {@code filter} and {@code search} parameters, read and evaluated. */
interface Filter {

    /** Says whether something with these properties fits; a property is text, or null. */
    boolean fits(Function<String, @Nullable String> properties);

    /** A comparison of one property. */
    record Compare(String property, String operator, String value, boolean ignoreCase) implements Filter {
        @Override
        public boolean fits(Function<String, @Nullable String> properties) {
            String found = properties.apply(property);
            if (found == null) {
                return false;
            }
            String is = ignoreCase ? found.toLowerCase(Locale.ROOT) : found;
            String wanted = ignoreCase ? value.toLowerCase(Locale.ROOT) : value;
            return switch (operator) {
                case "eq" -> is.equals(wanted);
                case "sw" -> is.startsWith(wanted);
                case "co" -> is.contains(wanted);
                case "gt" -> is.compareTo(wanted) > 0;
                case "ge" -> is.compareTo(wanted) >= 0;
                case "lt" -> is.compareTo(wanted) < 0;
                case "le" -> is.compareTo(wanted) <= 0;
                default -> throw Refusal.of(400, "E0000031", "Invalid search criteria.");
            };
        }
    }

    /** All of these. */
    record All(List<Filter> parts) implements Filter {
        @Override
        public boolean fits(Function<String, @Nullable String> properties) {
            return parts.stream().allMatch(part -> part.fits(properties));
        }
    }

    /** Any of these. */
    record Any(List<Filter> parts) implements Filter {
        @Override
        public boolean fits(Function<String, @Nullable String> properties) {
            return parts.stream().anyMatch(part -> part.fits(properties));
        }
    }

    /** Reads a {@code filter}: few properties, eq alone but for lastUpdated, and case counts. */
    static Filter ofFilter(String text, Set<String> allowed) {
        return new Parser(text, false, allowed).parse();
    }

    /** Reads a {@code search}: any property, more operators, and case does not count. */
    static Filter ofSearch(String text) {
        return new Parser(text, true, Set.of()).parse();
    }

    /** Reads an expression by descent. */
    final class Parser {

        private final String text;
        private final boolean search;
        private final Set<String> allowed;
        private int at;

        Parser(String text, boolean search, Set<String> allowed) {
            this.text = text;
            this.search = search;
            this.allowed = allowed;
        }

        Filter parse() {
            Filter whole = any();
            skipBlanks();
            if (at < text.length()) {
                throw refused();
            }
            return whole;
        }

        private Filter any() {
            List<Filter> parts = new ArrayList<>(List.of(all()));
            while (word("or")) {
                parts.add(all());
            }
            return parts.size() == 1 ? parts.get(0) : new Any(parts);
        }

        private Filter all() {
            List<Filter> parts = new ArrayList<>(List.of(one()));
            while (word("and")) {
                parts.add(one());
            }
            return parts.size() == 1 ? parts.get(0) : new All(parts);
        }

        private Filter one() {
            skipBlanks();
            if (at < text.length() && text.charAt(at) == '(') {
                at++;
                Filter inner = any();
                skipBlanks();
                if (at >= text.length() || text.charAt(at) != ')') {
                    throw refused();
                }
                at++;
                return inner;
            }
            String property = name();
            String operator = name().toLowerCase(Locale.ROOT);
            check(property, operator);
            return new Compare(property, operator, value(), search);
        }

        private void check(String property, String operator) {
            boolean known = search
                    ? Set.of("eq", "sw", "co", "gt", "ge", "lt", "le").contains(operator)
                    : allowed.contains(property)
                            && (operator.equals("eq")
                                    || (property.startsWith("last")
                                            && Set.of("gt", "ge", "lt", "le").contains(operator)));
            if (!known) {
                throw refused();
            }
        }

        private String name() {
            skipBlanks();
            int from = at;
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            if (from == at) {
                throw refused();
            }
            return text.substring(from, at);
        }

        private String value() {
            skipBlanks();
            if (at >= text.length() || text.charAt(at) != '"') {
                return name();
            }
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return value.toString();
                }
                if (c == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at));
            }
            throw refused();
        }

        private boolean word(String word) {
            skipBlanks();
            int end = at + word.length();
            if (text.regionMatches(true, at, word, 0, word.length())
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                at = end;
                return true;
            }
            return false;
        }

        private void skipBlanks() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private static Refusal refused() {
            return Refusal.of(400, "E0000031", "Invalid search criteria.");
        }
    }
}
