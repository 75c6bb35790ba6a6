package dev.tenure.lifecycle.internal.read;

/**
 * Which workers a run has read, and by which of its queries last. Ten to thirty bytes each, since a run may read millions:
 * an id is kept as a hash of 64 bits. That two of a million workers differ and look alike is to be expected in one of some
 * 30 million organisations; the second one would be reported as returned twice. For one thread.
 */
final class SeenIds {

    private static final int QUERIES = Character.MAX_VALUE;

    private long[] hashes = new long[1 << 10];
    private char[] queries = new char[1 << 10];
    private int size;

    /** What was known of an id before. */
    enum Before {
        NEVER,
        BY_ANOTHER_QUERY,
        BY_THIS_QUERY
    }

    /** Notes that a query, counted from 0, returned a worker; says what was known before. */
    Before note(String id, int query) {
        if (size * 3 >= hashes.length * 2) {
            grow();
        }
        char number = (char) (query % QUERIES + 1);
        long hash = hash(id);
        int slot = slot(hashes, hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            queries[slot] = number;
            size++;
            return Before.NEVER;
        }
        boolean same = queries[slot] == number;
        queries[slot] = number;
        return same ? Before.BY_THIS_QUERY : Before.BY_ANOTHER_QUERY;
    }

    boolean contains(String id) {
        return hashes[slot(hashes, hash(id))] != 0;
    }

    private void grow() {
        long[] larger = new long[hashes.length * 2];
        char[] theirs = new char[larger.length];
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0) {
                int slot = slot(larger, hashes[i]);
                larger[slot] = hashes[i];
                theirs[slot] = queries[i];
            }
        }
        hashes = larger;
        queries = theirs;
    }

    /** Where a hash is, or would be put. */
    private static int slot(long[] hashes, long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** FNV-1a with a finaliser; never 0, which marks an empty slot. */
    private static long hash(String id) {
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
