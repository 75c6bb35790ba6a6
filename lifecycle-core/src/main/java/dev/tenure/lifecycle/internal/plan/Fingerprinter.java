package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
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
    private volatile Order lastOrder = new Order();

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
        return hash(value instanceof AttributeValue.Text text ? "v:T".concat(text.value()) : "v:" + typed(value));
    }

    /**
     * Hashes a whole profile.
     *
     * @param profile the profile
     * @return the keyed hash
     */
    public long whole(Attributes profile) {
        int size = profile.asMap().size();
        String[] profileNames = new String[size];
        AttributeValue[] values = new AttributeValue[size];
        int count = 0;
        for (Map.Entry<String, AttributeValue> entry : profile.asMap().entrySet()) {
            profileNames[count] = entry.getKey();
            values[count++] = entry.getValue();
        }
        StringBuilder text = new StringBuilder(1024).append("p:");
        for (int place : order(profileNames).places) {
            text.append(profileNames[place]).append('=');
            if (values[place] instanceof AttributeValue.Text one) {
                text.append(1 + one.value().length()).append(":T").append(one.value());
            } else {
                String typed = typed(values[place]);
                text.append(typed.length()).append(':').append(typed);
            }
        }
        return hash(text.toString());
    }

    /** One profile after the other has the same names, so that they are sorted once for all of them. */
    private Order order(String[] profileNames) {
        Order known = lastOrder;
        if (!Arrays.equals(known.names, profileNames)) {
            known = new Order(profileNames);
            lastOrder = known;
        }
        return known;
    }

    /** Names, and their places in alphabetical order. Immutable. */
    private static final class Order {

        private final String[] names;
        private final int[] places;

        Order(String... names) {
            this.names = names;
            this.places = IntStream.range(0, names.length)
                    .boxed()
                    .sorted(Comparator.comparing(place -> names[place]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
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
