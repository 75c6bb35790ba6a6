package dev.tenure.okta.internal.call;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Okta finds wrong with a value: the attribute, if it is one of those that were sent, and the reason in our words.
 * Okta's own words stay here.
 *
 * @param attribute the attribute
 * @param isTaken whether the value belongs to something else
 * @param reason what is wrong with it
 */
record Complaint(Optional<String> attribute, boolean isTaken, String reason) {

    private static final Pattern LEADING = Pattern.compile("^\\s*(?:profile\\.)?([A-Za-z_][A-Za-z0-9_]*)\\s*:");
    private static final Pattern BLANK =
            Pattern.compile("^\\s*([A-Za-z_][A-Za-z0-9_]*): The field cannot be left blank$");
    private static final Pattern QUOTED = Pattern.compile("['\"]([A-Za-z_][A-Za-z0-9_]*)['\"]");
    private static final Pattern MODIFY = Pattern.compile("modify the ([A-Za-z_][A-Za-z0-9_]*) attribute");

    /** Finds the first cause that names an attribute that was sent; failing that, takes the first cause as it is. */
    static Optional<Complaint> about(List<String> causes, Set<String> sent) {
        for (String cause : causes) {
            Optional<String> attribute = named(cause, sent);
            if (attribute.isPresent()) {
                return Optional.of(of(attribute, cause));
            }
        }
        return causes.stream().findFirst().map(cause -> of(Optional.empty(), cause));
    }

    private static Complaint of(Optional<String> attribute, String cause) {
        String words = cause.toLowerCase(Locale.ROOT);
        boolean taken = words.contains("already exists") || words.contains("already in use");
        return new Complaint(attribute, taken, reason(words));
    }

    /** What is blank was perhaps not sent at all; its name is no value of a person then either. */
    private static Optional<String> named(String cause, Set<String> sent) {
        Matcher blank = BLANK.matcher(cause);
        if (blank.find()) {
            return Optional.of(blank.group(1));
        }
        for (Pattern pattern : List.of(LEADING, QUOTED, MODIFY)) {
            Matcher matcher = pattern.matcher(cause);
            while (matcher.find()) {
                if (sent.contains(matcher.group(1))) {
                    return Optional.of(matcher.group(1));
                }
            }
        }
        return Optional.empty();
    }

    private static String reason(String words) {
        if (words.contains("blank") || words.contains("is required")) {
            return "must have a value";
        }
        if (words.contains("too long") || words.contains("maximum") || words.contains("exceed")) {
            return "is too long";
        }
        if (words.contains("too short") || words.contains("minimum")) {
            return "is too short";
        }
        if (words.contains("pattern") || words.contains("format") || words.contains("email")) {
            return "does not have the form that the organisation asks for";
        }
        if (words.contains("type")) {
            return "is of another type than the schema says";
        }
        if (words.contains("enum")) {
            return "is not one of the values that the schema allows";
        }
        if (words.contains("not defined") || words.contains("not in schema") || words.contains("does not exist")) {
            return "is not in the user schema of the organisation";
        }
        return "is not valid";
    }
}
