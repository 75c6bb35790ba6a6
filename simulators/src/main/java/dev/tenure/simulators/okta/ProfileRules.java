package dev.tenure.simulators.okta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the schema of the organisation allows in a profile. Guarded by the lock of its organisation. */
final class ProfileRules {

    /** A base attribute. */
    record Base(String title, boolean required, int minLength, int maxLength) {}

    private static final Map<String, Base> BASE = base();

    private final Map<String, CustomAttribute> custom = new LinkedHashMap<>();
    private final Map<String, Predicate<String>> refused = new LinkedHashMap<>();

    static Map<String, Base> baseAttributes() {
        return BASE;
    }

    Map<String, CustomAttribute> custom() {
        return custom;
    }

    void add(CustomAttribute attribute) {
        custom.put(attribute.name(), attribute);
    }

    void refuse(String attribute, Predicate<String> values) {
        refused.put(attribute, values);
    }

    void allow(String attribute) {
        refused.remove(attribute);
    }

    /** Checks a change of a profile; {@code present} is empty for a new user. Throws what Okta answers. */
    void check(Map<String, @Nullable Object> change, Map<String, Object> present, boolean isNew) {
        List<String> causes = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : change.entrySet()) {
            checkValue(entry.getKey(), entry.getValue(), present, isNew, causes);
        }
        for (String name : requiredNames()) {
            boolean sent = change.containsKey(name);
            if (sent ? isBlank(change.get(name)) : isNew) {
                causes.add(name + ": The field cannot be left blank");
            }
        }
        if (!causes.isEmpty()) {
            String first = causes.get(0);
            throw Refusal.invalid(first.substring(0, first.indexOf(':')), causes);
        }
    }

    private void checkValue(
            String name, @Nullable Object value, Map<String, Object> present, boolean isNew, List<String> causes) {
        Base base = BASE.get(name);
        CustomAttribute attribute = custom.get(name);
        if (base == null && attribute == null) {
            causes.add(name + ": The attribute is not defined in the profile of this user type");
            return;
        }
        if (attribute != null && attribute.mutability().equals("READ_ONLY")) {
            throw Refusal.of(403, "E0000077", "Cannot modify the " + name + " attribute because it is read-only.");
        }
        if (attribute != null && attribute.source().isPresent()) {
            throw Refusal.of(
                    403, "E0000075", "Cannot modify the " + name + " attribute because it has a field mapping.");
        }
        if (attribute != null && attribute.mutability().equals("IMMUTABLE") && !isNew && present.containsKey(name)) {
            throw Refusal.of(403, "E0000078", "Cannot modify the " + name + " attribute because it is immutable.");
        }
        if (isBlank(value)) {
            return;
        }
        if (refused.containsKey(name) && refused.get(name).test(String.valueOf(value))) {
            causes.add(name + ": Does not match required pattern");
        } else if (base != null) {
            checkBase(name, base, value, causes);
        } else if (attribute != null) {
            checkCustom(attribute, value, causes);
        }
    }

    private static void checkBase(String name, Base base, @Nullable Object value, List<String> causes) {
        if (!(value instanceof String text)) {
            causes.add(name + ": Incorrect type. Expected: string");
        } else if (base.maxLength() > 0 && text.length() > base.maxLength()) {
            causes.add(name + ": String is too long");
        } else if (text.length() < base.minLength()) {
            causes.add(name + ": String is too short");
        } else if (name.equals("email") && !text.matches("[^@\\s]+@[^@\\s]+")) {
            causes.add(name + ": Does not match required pattern");
        }
    }

    private static void checkCustom(CustomAttribute attribute, @Nullable Object value, List<String> causes) {
        boolean typed = switch (attribute.type()) {
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "array" -> value instanceof List<?>;
            default -> value instanceof String;
        };
        if (!typed) {
            causes.add(attribute.name() + ": Incorrect type. Expected: " + attribute.type());
        } else if (attribute.maxLength() > 0 && String.valueOf(value).length() > attribute.maxLength()) {
            causes.add(attribute.name() + ": String is too long");
        } else if (!attribute.allowed().isEmpty() && !attribute.allowed().contains(String.valueOf(value))) {
            causes.add(attribute.name() + ": Value is not one of the enumerated values");
        }
    }

    private List<String> requiredNames() {
        List<String> names = new ArrayList<>();
        BASE.forEach((name, base) -> {
            if (base.required()) {
                names.add(name);
            }
        });
        custom.forEach((name, attribute) -> {
            if (attribute.required()) {
                names.add(name);
            }
        });
        return names;
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }

    private static Map<String, Base> base() {
        Map<String, Base> base = new LinkedHashMap<>();
        base.put("login", new Base("Username", true, 5, 100));
        base.put("firstName", new Base("First name", true, 1, 50));
        base.put("lastName", new Base("Last name", true, 1, 50));
        base.put("email", new Base("Primary email", true, 5, 100));
        base.put("countryCode", new Base("Country code", false, 0, 2));
        base.put("city", new Base("City", false, 0, 128));
        base.put("secondEmail", new Base("Secondary email", false, 5, 100));
        base.put("mobilePhone", new Base("Mobile phone", false, 0, 100));
        base.put("primaryPhone", new Base("Primary phone", false, 0, 100));
        base.put("preferredLanguage", new Base("Preferred language", false, 0, 0));
        for (String name : List.of(
                "middleName",
                "honorificPrefix",
                "honorificSuffix",
                "title",
                "displayName",
                "nickName",
                "profileUrl",
                "streetAddress",
                "state",
                "zipCode",
                "postalAddress",
                "locale",
                "timezone",
                "userType",
                "employeeNumber",
                "costCenter",
                "organization",
                "division",
                "department",
                "managerId",
                "manager")) {
            base.put(name, new Base(name, false, 0, 0));
        }
        return Collections.unmodifiableMap(base);
    }
}
