package com.example.host;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an instance is told: keys and values of a properties file. A variable of the environment wins over the file, so that
 * secrets need not lie in it: {@code OKTA_TOKEN} is {@code okta.token}.
 */
public final class Settings {

    private final Map<String, String> values;
    private final Map<String, String> environment;

    private Settings(Map<String, String> values, Map<String, String> environment) {
        this.values = Map.copyOf(values);
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads settings.
     *
     * @param file a properties file in UTF-8
     * @param environment variables that win over the file
     * @return the settings
     * @throws IOException if the file cannot be read
     */
    public static Settings read(Path file, Map<String, String> environment) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return of(values, environment);
    }

    /**
     * Takes settings as they are.
     *
     * @param values by key
     * @param environment variables that win over them
     * @return the settings
     */
    public static Settings of(Map<String, String> values, Map<String, String> environment) {
        return new Settings(values, environment);
    }

    /**
     * Gives a setting that must be there.
     *
     * @param key its key
     * @return its value
     * @throws IllegalArgumentException if it is missing
     */
    public String required(String key) {
        String value = find(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "Setting '" + key + "' is missing; put it into the properties file, or into"
                            + " the environment as " + variable(key));
        }
        return value;
    }

    /**
     * Gives a setting.
     *
     * @param key its key
     * @param otherwise what holds without it
     * @return its value
     */
    public String text(String key, String otherwise) {
        String value = find(key);
        return value == null ? otherwise : value;
    }

    /**
     * Gives a whole number.
     *
     * @param key its key
     * @param otherwise what holds without it
     * @return its value
     * @throws IllegalArgumentException if it is none
     */
    public int number(String key, int otherwise) {
        return parsed(key, Integer.toString(otherwise), Integer::parseInt, "a whole number, such as 4");
    }

    /**
     * Gives a duration.
     *
     * @param key its key
     * @param otherwise what holds without it, such as {@code PT15M}
     * @return its value
     * @throws IllegalArgumentException if it is none
     */
    public Duration duration(String key, String otherwise) {
        return parsed(key, otherwise, Duration::parse, "a duration, such as PT15M");
    }

    private <T> T parsed(String key, String otherwise, Function<String, T> parse, String what) {
        try {
            return parse.apply(text(key, otherwise));
        } catch (NumberFormatException | DateTimeParseException wrong) {
            throw new IllegalArgumentException("Setting '" + key + "' is not " + what, wrong);
        }
    }

    private @Nullable String find(String key) {
        String overriding = environment.get(variable(key));
        return overriding == null ? values.get(key) : overriding;
    }

    private static String variable(String key) {
        return key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** Names the keys and says nothing of the values, some of which are secrets. */
    @Override
    public String toString() {
        return "Settings" + new TreeSet<>(values.keySet());
    }
}
