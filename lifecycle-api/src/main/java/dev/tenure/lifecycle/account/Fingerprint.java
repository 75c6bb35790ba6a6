package dev.tenure.lifecycle.account;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was last sent to an account, in a form from which no value can be read back (rule S7): a keyed hash of the whole
 * profile, and one per attribute. Equal profiles have equal fingerprints under the same key. Immutable.
 */
public final class Fingerprint {

    private static final Fingerprint NONE = new Fingerprint(0, new long[0], new long[0]);

    private final long whole;
    private final long[] names;
    private final long[] values;

    private Fingerprint(long whole, long[] names, long[] values) {
        this.whole = whole;
        this.names = names;
        this.values = values;
    }

    /**
     * Gives the fingerprint of an account to which nothing was sent.
     *
     * @return no fingerprint
     */
    public static Fingerprint none() {
        return NONE;
    }

    /**
     * Makes a fingerprint from hashes.
     *
     * @param whole the keyed hash of everything that was sent
     * @param values the keyed hash of each value by that of its attribute's name
     * @return the fingerprint
     */
    public static Fingerprint of(long whole, SortedMap<Long, Long> values) {
        return new Fingerprint(
                whole,
                values.keySet().stream().mapToLong(Long::longValue).toArray(),
                values.values().stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Copies this with one entry more, or another value of one that is there.
     *
     * @param name the keyed hash of the name
     * @param value the keyed hash of the value
     * @return the changed fingerprint, of the same {@link #whole()}
     */
    public Fingerprint with(long name, long value) {
        SortedMap<Long, Long> entries = entries();
        entries.put(name, value);
        return of(whole, entries);
    }

    /**
     * Copies this with the entries of another one; where both have one, the other's counts.
     *
     * @param more the other one
     * @return the joined fingerprint, of the same {@link #whole()} as this
     */
    public Fingerprint with(Fingerprint more) {
        if (more.names.length == 0) {
            return this;
        }
        SortedMap<Long, Long> entries = entries();
        entries.putAll(more.entries());
        return of(whole, entries);
    }

    /**
     * Copies this without the entries whose names another one has, too.
     *
     * @param less the other one
     * @return the rest, of the same {@link #whole()} as this
     */
    public Fingerprint without(Fingerprint less) {
        if (names.length == 0 || less.names.length == 0) {
            return this;
        }
        SortedMap<Long, Long> entries = entries();
        entries.keySet().removeIf(less::holds);
        return of(whole, entries);
    }

    private SortedMap<Long, Long> entries() {
        SortedMap<Long, Long> entries = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            entries.put(names[i], values[i]);
        }
        return entries;
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @param bytes the stored form
     * @return the fingerprint
     * @throws IllegalArgumentException if the length fits no fingerprint
     */
    public static Fingerprint fromBytes(byte[] bytes) {
        if (bytes.length % 16 != 8) {
            throw new IllegalArgumentException("A stored fingerprint has " + bytes.length
                    + " bytes, which fits none; the store is damaged or of another version");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long whole = buffer.getLong();
        int size = bytes.length / 16;
        long[] names = new long[size];
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            names[i] = buffer.getLong();
            values[i] = buffer.getLong();
        }
        return new Fingerprint(whole, names, values);
    }

    /**
     * Writes the fingerprint for storage: 8 bytes, and 16 for each attribute.
     *
     * @return the stored form
     */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(8 + 16 * names.length);
        buffer.putLong(whole);
        for (int i = 0; i < names.length; i++) {
            buffer.putLong(names[i]).putLong(values[i]);
        }
        return buffer.array();
    }

    /**
     * Gives the hash of everything that was sent.
     *
     * @return the keyed hash
     */
    public long whole() {
        return whole;
    }

    /**
     * Says whether an attribute was sent with exactly this value.
     *
     * @param name the keyed hash of the attribute's name
     * @param value the keyed hash of the value
     * @return true if it was
     */
    public boolean holds(long name, long value) {
        int index = Arrays.binarySearch(names, name);
        return index >= 0 && values[index] == value;
    }

    /**
     * Says whether an attribute was sent with any value.
     *
     * @param name the keyed hash of the attribute's name
     * @return true if it was
     */
    public boolean holds(long name) {
        return Arrays.binarySearch(names, name) >= 0;
    }

    /**
     * Gives the hash of the value with which an attribute was sent.
     *
     * @param name the keyed hash of the attribute's name
     * @return the keyed hash of the value, empty if the attribute was not sent
     */
    public OptionalLong value(long name) {
        int index = Arrays.binarySearch(names, name);
        return index >= 0 ? OptionalLong.of(values[index]) : OptionalLong.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that
                && whole == that.whole
                && Arrays.equals(names, that.names)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(whole);
    }

    /** Says how many attributes were sent, and nothing of them. */
    @Override
    public String toString() {
        return "Fingerprint[" + names.length + " attributes]";
    }
}
