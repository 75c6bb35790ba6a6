package dev.tenure.lifecycle.internal.run;

/** A set of hashes in 8 to 16 bytes each: what a full import remembers of a million accounts has to be small. */
final class LongSet {

    private long[] table = new long[1024];
    private int size;
    private boolean zero;

    void add(long value) {
        if (value == 0) {
            zero = true;
            return;
        }
        if (size * 3 > table.length * 2) {
            grow();
        }
        int index = slot(table, value);
        if (table[index] == 0) {
            table[index] = value;
            size++;
        }
    }

    boolean contains(long value) {
        return value == 0 ? zero : table[slot(table, value)] != 0;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long value : table) {
            if (value != 0) {
                larger[slot(larger, value)] = value;
            }
        }
        table = larger;
    }

    /** Where a value is, or would be put. */
    private static int slot(long[] table, long value) {
        int mask = table.length - 1;
        int index = (int) (value ^ value >>> 32) & mask;
        while (table[index] != 0 && table[index] != value) {
            index = index + 1 & mask;
        }
        return index;
    }
}
