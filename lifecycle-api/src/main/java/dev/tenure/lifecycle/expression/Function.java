package dev.tenure.lifecycle.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of the language, with their names and how many arguments they take. */
public enum Function {
    /** {@code String.append(text, suffix)}. */
    STRING_APPEND("String.append", 2, 2),
    /** {@code String.join(separator, text...)}. */
    STRING_JOIN("String.join", 1, Function.ANY),
    /** {@code String.len(text)}. */
    STRING_LEN("String.len", 1, 1),
    /** {@code String.removeSpaces(text)}. */
    STRING_REMOVE_SPACES("String.removeSpaces", 1, 1),
    /** {@code String.replace(text, match, replacement)}. */
    STRING_REPLACE("String.replace", 3, 3),
    /** {@code String.replaceFirst(text, match, replacement)}. */
    STRING_REPLACE_FIRST("String.replaceFirst", 3, 3),
    /** {@code String.startsWith(text, prefix)}. */
    STRING_STARTS_WITH("String.startsWith", 2, 2),
    /** {@code String.stringContains(text, part)}. */
    STRING_CONTAINS("String.stringContains", 2, 2),
    /** {@code String.stringSwitch(text, default, key, value...)}. */
    STRING_SWITCH("String.stringSwitch", 2, Function.ANY),
    /** {@code String.substring(text, start, end)}, also without {@code String.}. */
    STRING_SUBSTRING("String.substring", 3, 3, "substring"),
    /** {@code String.substringAfter(text, separator)}, also without {@code String.}. */
    STRING_SUBSTRING_AFTER("String.substringAfter", 2, 2, "substringAfter"),
    /** {@code String.substringBefore(text, separator)}, also without {@code String.}. */
    STRING_SUBSTRING_BEFORE("String.substringBefore", 2, 2, "substringBefore"),
    /** {@code String.toUpperCase(text)}, also without {@code String.}. */
    STRING_TO_UPPER_CASE("String.toUpperCase", 1, 1, "toUpperCase"),
    /** {@code String.toLowerCase(text)}, also without {@code String.}. */
    STRING_TO_LOWER_CASE("String.toLowerCase", 1, 1, "toLowerCase"),

    /** {@code Arrays.add(array, value)}. */
    ARRAYS_ADD("Arrays.add", 2, 2),
    /** {@code Arrays.remove(array, value)}. */
    ARRAYS_REMOVE("Arrays.remove", 2, 2),
    /** {@code Arrays.clear(array)}. */
    ARRAYS_CLEAR("Arrays.clear", 1, 1),
    /** {@code Arrays.get(array, index)}. */
    ARRAYS_GET("Arrays.get", 2, 2),
    /** {@code Arrays.flatten(value...)}. */
    ARRAYS_FLATTEN("Arrays.flatten", 1, Function.ANY),
    /** {@code Arrays.contains(array, value)}. */
    ARRAYS_CONTAINS("Arrays.contains", 2, 2),
    /** {@code Arrays.isEmpty(array)}. */
    ARRAYS_IS_EMPTY("Arrays.isEmpty", 1, 1),
    /** {@code Arrays.size(array)}. */
    ARRAYS_SIZE("Arrays.size", 1, 1),
    /** {@code Arrays.toCsvString(array)}. */
    ARRAYS_TO_CSV_STRING("Arrays.toCsvString", 1, 1),

    /** {@code Convert.toInt(value)}. */
    CONVERT_TO_INT("Convert.toInt", 1, 1),
    /** {@code Convert.toNum(value)}. */
    CONVERT_TO_NUM("Convert.toNum", 1, 1),

    /** {@code Iso3166Convert.toAlpha2(code)}. */
    ISO3166_TO_ALPHA2("Iso3166Convert.toAlpha2", 1, 1),
    /** {@code Iso3166Convert.toAlpha3(code)}. */
    ISO3166_TO_ALPHA3("Iso3166Convert.toAlpha3", 1, 1),
    /** {@code Iso3166Convert.toNumeric(code)}. */
    ISO3166_TO_NUMERIC("Iso3166Convert.toNumeric", 1, 1),
    /** {@code Iso3166Convert.toName(code)}. */
    ISO3166_TO_NAME("Iso3166Convert.toName", 1, 1),

    /** {@code isMemberOfGroup(id)}. */
    IS_MEMBER_OF_GROUP("isMemberOfGroup", 1, 1),
    /** {@code isMemberOfAnyGroup(id...)}. */
    IS_MEMBER_OF_ANY_GROUP("isMemberOfAnyGroup", 1, Function.ANY),
    /** {@code isMemberOfGroupName(name)}. */
    IS_MEMBER_OF_GROUP_NAME("isMemberOfGroupName", 1, 1),
    /** {@code isMemberOfGroupNameStartsWith(prefix)}. */
    IS_MEMBER_OF_GROUP_NAME_STARTS_WITH("isMemberOfGroupNameStartsWith", 1, 1),
    /** {@code isMemberOfGroupNameContains(part)}. */
    IS_MEMBER_OF_GROUP_NAME_CONTAINS("isMemberOfGroupNameContains", 1, 1),
    /** {@code isMemberOfGroupNameRegex(pattern)}. */
    IS_MEMBER_OF_GROUP_NAME_REGEX("isMemberOfGroupNameRegex", 1, 1),

    /** {@code Time.now(zone, format)}, both optional. */
    TIME_NOW("Time.now", 0, 2),
    /** {@code Time.fromWindowsToIso8601(ticks)}. */
    TIME_FROM_WINDOWS_TO_ISO8601("Time.fromWindowsToIso8601", 1, 1),
    /** {@code Time.fromUnixToIso8601(seconds)}. */
    TIME_FROM_UNIX_TO_ISO8601("Time.fromUnixToIso8601", 1, 1),
    /** {@code Time.fromStringToIso8601(text, format)}. */
    TIME_FROM_STRING_TO_ISO8601("Time.fromStringToIso8601", 2, 2),
    /** {@code Time.fromIso8601ToWindows(time)}. */
    TIME_FROM_ISO8601_TO_WINDOWS("Time.fromIso8601ToWindows", 1, 1),
    /** {@code Time.fromIso8601ToUnix(time)}. */
    TIME_FROM_ISO8601_TO_UNIX("Time.fromIso8601ToUnix", 1, 1),
    /** {@code Time.fromIso8601ToString(time, format)}. */
    TIME_FROM_ISO8601_TO_STRING("Time.fromIso8601ToString", 2, 2),

    /** {@code hasWorkdayUser()}. */
    HAS_WORKDAY_USER("hasWorkdayUser", 0, 0),
    /** {@code findWorkdayUser()}. */
    FIND_WORKDAY_USER("findWorkdayUser", 0, 0),
    /** {@code hasDirectoryUser()}. */
    HAS_DIRECTORY_USER("hasDirectoryUser", 0, 0),
    /** {@code findDirectoryUser()}. */
    FIND_DIRECTORY_USER("findDirectoryUser", 0, 0),

    /** {@code getManagerUser(source)}. */
    GET_MANAGER_USER("getManagerUser", 1, 1),
    /** {@code getManagerAppUser(source, app)}. */
    GET_MANAGER_APP_USER("getManagerAppUser", 2, 2),
    /** {@code getAssistantUser(source)}. */
    GET_ASSISTANT_USER("getAssistantUser", 1, 1),
    /** {@code getAssistantAppUser(source, app)}. */
    GET_ASSISTANT_APP_USER("getAssistantAppUser", 2, 2),

    /** {@code user.getInternalProperty(name)}. */
    USER_GET_INTERNAL_PROPERTY("user.getInternalProperty", 1, 1),
    /** {@code user.getLinkedObject(relationship)}. */
    USER_GET_LINKED_OBJECT("user.getLinkedObject", 1, 1);

    private static final int ANY = Integer.MAX_VALUE;

    private static final Map<String, Function> BY_NAME = byName();

    private final String fullName;
    private final int atLeast;
    private final int atMost;
    private final String shortName;

    Function(String fullName, int atLeast, int atMost) {
        this(fullName, atLeast, atMost, fullName);
    }

    Function(String fullName, int atLeast, int atMost, String shortName) {
        this.fullName = fullName;
        this.atLeast = atLeast;
        this.atMost = atMost;
        this.shortName = shortName;
    }

    private static Map<String, Function> byName() {
        Map<String, Function> found = new HashMap<>();
        for (Function function : values()) {
            for (String name : function.names()) {
                found.put(name, function);
            }
        }
        return Map.copyOf(found);
    }

    /**
     * Finds a function.
     *
     * @param name its name as it is called, such as {@code String.len} or {@code substring}; case counts
     * @return the function, empty if there is none
     */
    public static Optional<Function> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Gives the name by which the function is printed.
     *
     * @return the full name, such as {@code String.len}
     */
    public String fullName() {
        return fullName;
    }

    /**
     * Gives all names by which the function may be called.
     *
     * @return the full name, and the short one if there is one
     */
    public List<String> names() {
        return shortName.equals(fullName) ? List.of(fullName) : List.of(fullName, shortName);
    }

    /**
     * Says whether the function can be called with so many arguments.
     *
     * @param count how many there are
     * @return true if it takes so many
     */
    public boolean takes(int count) {
        return count >= atLeast && count <= atMost && (this != STRING_SWITCH || count % 2 == 0);
    }

    /**
     * Says how many arguments the function takes, for a message.
     *
     * @return a phrase such as {@code 2 arguments}
     */
    public String arity() {
        if (this == STRING_SWITCH) {
            return "2 arguments and pairs of key and value";
        }
        if (atMost == ANY) {
            return atLeast + " or more arguments";
        }
        if (atLeast == atMost) {
            return atLeast == 0 ? "no argument" : atLeast == 1 ? "1 argument" : atLeast + " arguments";
        }
        return atLeast + " to " + atMost + " arguments";
    }
}
