package dev.tenure.http;

/**
 * Remembers which ids the pages of a listing have had, in 10 to 15 bytes each, so that a million fit. Ids are kept as 64-bit
 * hashes: that two of a million differ and look alike happens once in some 30 million reads. For one thread.
 */
public final class SeenIds {

    /** Hashes, each in the first free place from the one where it belongs; 0 is a free place. */
    private long[] places = new long[1 << 10];

    private int size;

    /** Has seen nothing yet. */
    public SeenIds() {}

    /**
     * Adds an id.
     *
     * @param id the id
     * @return false if it is there already
     */
    public boolean add(String id) {
        if (!put(places, hash(id))) {
            return false;
        }
        if (++size > places.length / 5 * 4) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[places.length / 2 * 3];
        for (long hash : places) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        places = larger;
    }

    private static boolean put(long[] places, long hash) {
        int place = (int) (((hash >>> 32) * places.length) >>> 32);
        while (places[place] != 0) {
            if (places[place] == hash) {
                return false;
            }
            place = place + 1 == places.length ? 0 : place + 1;
        }
        places[place] = hash;
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
