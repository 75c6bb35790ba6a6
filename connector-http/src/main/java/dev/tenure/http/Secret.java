package dev.tenure.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/** A password, token or key. It never prints itself, so that it cannot reach a log line by accident. Immutable. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a secret.
     *
     * @param name the name of the setting that holds it, for the message of the exception
     * @param value the secret itself
     * @return the wrapped secret
     * @throws IllegalArgumentException if it is blank or holds a control character other than a line break
     */
    public static Secret of(String name, String value) {
        Objects.requireNonNull(value, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException("Setting '" + name + "' is empty; give the secret itself");
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i)) && value.charAt(i) != '\n' && value.charAt(i) != '\r') {
                throw new IllegalArgumentException("Setting '" + name + "' holds a control character at position " + i
                        + "; copy the secret again, without what stands around it");
            }
        }
        return new Secret(value);
    }

    /**
     * Wraps a secret that is sent in a header.
     *
     * @param name the name of the setting that holds it, for the message of the exception
     * @param value the secret itself
     * @return the wrapped secret
     * @throws IllegalArgumentException if it is blank or holds a character that no header may hold
     */
    public static Secret token(String name, String value) {
        Secret secret = of(name, value);
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                throw new IllegalArgumentException("Setting '" + name + "' holds a character at position " + i
                        + " that cannot be sent in a header; copy the secret again, without what stands around it");
            }
        }
        return secret;
    }

    /**
     * Gives the secret itself, to be sent and not to be printed.
     *
     * @return the secret
     */
    public String reveal() {
        return value;
    }

    /** Compares in a time that says nothing of where two secrets differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return 31;
    }

    /** Says that there is a secret, and nothing of it. */
    @Override
    public String toString() {
        return "Secret[]";
    }
}
