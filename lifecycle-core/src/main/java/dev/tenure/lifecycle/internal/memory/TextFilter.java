package dev.tenure.lifecycle.internal.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts of which it is known for certain that they are not there, and nearly for certain that they are: a Bloom filter of
 * two to four bytes for each text, which grows. Of a hundred texts that are not there, about one is taken for one that is. Not
 * for use by several threads.
 */
public final class TextFilter {

    private static final int FEW = 1 << 10;
    private static final int BITS_EACH = 16;
    private static final int PROBES = 6;

    /** Each of twice the size of the one before; only the last one has room. */
    private final List<long[]> layers = new ArrayList<>();

    private int room;

    /** Makes an empty filter. */
    public TextFilter() {}

    /**
     * Adds a text.
     *
     * @param text the text
     */
    public void add(String text) {
        if (room == 0) {
            room = FEW << layers.size();
            layers.add(new long[room / Long.SIZE * BITS_EACH]);
        }
        room--;
        long hash = IdSet.hash(text);
        long[] bits = layers.get(layers.size() - 1);
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe, bits);
            bits[bit / Long.SIZE] |= 1L << bit;
        }
    }

    /**
     * Says whether a text may be there.
     *
     * @param text the text
     * @return false if it was never added
     */
    public boolean mayContain(String text) {
        long hash = IdSet.hash(text);
        return layers.stream().anyMatch(bits -> mayContain(bits, hash));
    }

    private static boolean mayContain(long[] bits, long hash) {
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe, bits);
            if ((bits[bit / Long.SIZE] & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The probes of a hash: steps of its lower half from its upper half on. */
    private static int bit(long hash, int probe, long[] bits) {
        long at = hash + probe * Long.rotateLeft(hash, 32);
        return (int) (((at >>> 32) * bits.length * Long.SIZE) >>> 32);
    }
}
