package dev.tenure.successfactors.internal.read;

/**
 * Remembers which ids a read has had, in some 16 bytes each, so that a million workers fit. Ids are kept as 64-bit hashes:
 * that two of a million differ and look alike happens once in some 30 million reads. For one thread.
 */
final class SeenWorkers {

    private long[] table = new long[1 << 10];
    private int size;

    /** Adds an id; false if it is there already. */
    boolean add(String id) {
        if (size * 2 >= table.length) {
            grow();
        }
        if (!put(table, hash(id))) {
            return false;
        }
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        table = larger;
    }

    private static boolean put(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = hash;
        return true;
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
