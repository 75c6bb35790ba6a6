package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes keyed hashes of names, values and profiles, from which nothing can be guessed back without the key (rule S7). The
 * order of attributes does not matter (rule A8). Safe for use by several threads.
 */
public final class Fingerprinter {

    private static final String ALGORITHM = "HmacSHA256";

    private final ThreadLocal<Mac> macs;
    private final Map<String, Long> names = new ConcurrentHashMap<>();

    /**
     * Prepares hashing with a key.
     *
     * @param key the store's secret
     */
    public Fingerprinter(byte[] key) {
        SecretKeySpec secret = new SecretKeySpec(key.clone(), ALGORITHM);
        this.macs = ThreadLocal.withInitial(() -> mac(secret));
    }

    /**
     * Hashes the name of an attribute.
     *
     * @param name the name
     * @return the keyed hash
     */
    public long name(String name) {
        // The names are those of the mapping: few, and not from outside.
        return names.computeIfAbsent(name, text -> hash("n:" + text));
    }

    /**
     * Hashes a value.
     *
     * @param value the value
     * @return the keyed hash; equal values of one type have equal hashes
     */
    public long value(AttributeValue value) {
        return hash("v:" + typed(value));
    }

    /**
     * Hashes a whole profile.
     *
     * @param profile the profile
     * @return the keyed hash
     */
    public long whole(Attributes profile) {
        SortedMap<String, AttributeValue> sorted = new TreeMap<>(profile.asMap());
        StringBuilder text = new StringBuilder(512).append("p:");
        sorted.forEach((name, value) -> {
            String typed = typed(value);
            text.append(name).append('=').append(typed.length()).append(':').append(typed);
        });
        return hash(text.toString());
    }

    /**
     * Makes the fingerprint of an account that was sent values.
     *
     * @param whole the hash of the whole profile as mapped
     * @param sent the hash of each value that the account holds from us, by that of its name
     * @return the fingerprint
     */
    public Fingerprint of(long whole, SortedMap<Long, Long> sent) {
        return Fingerprint.of(whole, sent);
    }

    private static String typed(AttributeValue value) {
        if (value instanceof AttributeValue.Array array) {
            StringBuilder text = new StringBuilder("A");
            for (AttributeValue element : array.elements()) {
                String typed = typed(element);
                text.append(typed.length()).append(':').append(typed);
            }
            return text.toString();
        }
        // A whole number is the same as the equal decimal: HR and targets do not always agree on the type.
        String kind = value instanceof AttributeValue.Text
                ? "T"
                : value instanceof AttributeValue.Bool ? "B" : value.isNull() ? "0" : "N";
        return kind + value.asText();
    }

    private long hash(String text) {
        return ByteBuffer.wrap(macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
