package dev.tenure.lifecycle.internal.memory;

import java.util.Arrays;

/**
 * A set of ids in 10 to 15 bytes each, since a run may see millions: an id is kept as a hash of 64 bits. That two of a
 * million ids differ and look alike is to be expected in one of some 30 million organisations. Not for use by several
 * threads.
 */
public final class IdSet {

    private static final int FEW = 1 << 10;

    /** Hashes, each in the first free place from the one where it belongs; 0 is a free place. */
    private long[] places = new long[FEW];

    private int size;

    /** Makes an empty set. */
    public IdSet() {}

    /**
     * Adds an id.
     *
     * @param id the id
     * @return false if it was there already
     */
    public boolean add(String id) {
        return add(hash(id));
    }

    /**
     * Adds all ids of another set.
     *
     * @param other the other set
     */
    public void addAll(IdSet other) {
        Arrays.stream(other.places).filter(hash -> hash != 0).forEach(this::add);
    }

    /**
     * Says whether an id is there.
     *
     * @param id the id
     * @return true if it was added
     */
    public boolean contains(String id) {
        return places[place(places, hash(id))] != 0;
    }

    private boolean add(long hash) {
        int place = place(places, hash);
        if (places[place] != 0) {
            return false;
        }
        places[place] = hash;
        if (++size > places.length / 5 * 4) {
            places = grown();
        }
        return true;
    }

    private long[] grown() {
        long[] larger = new long[places.length / 2 * 3];
        for (long hash : places) {
            if (hash != 0) {
                larger[place(larger, hash)] = hash;
            }
        }
        return larger;
    }

    /** Where a hash is, or would be put. */
    static int place(long[] places, long hash) {
        int place = (int) (((hash >>> 32) * places.length) >>> 32);
        while (places[place] != 0 && places[place] != hash) {
            place = place + 1 == places.length ? 0 : place + 1;
        }
        return place;
    }

    /** FNV-1a with a finaliser; never 0. */
    static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
