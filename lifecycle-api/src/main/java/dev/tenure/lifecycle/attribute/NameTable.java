package dev.tenure.lifecycle.attribute;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names in the order in which they came, and the place of each. Attributes with the same names share one, so that those of
 * a million workers cost an array of values each. Once it is shared nobody adds to it. Not for use by several threads
 * before that.
 */
final class NameTable {

    private static final int FEW = 8;

    private String[] names;
    private int[] slots;
    private int size;

    NameTable() {
        this.names = new String[FEW];
        this.slots = new int[2 * FEW];
    }

    private NameTable(NameTable other) {
        this.names = other.names.clone();
        this.slots = other.slots.clone();
        this.size = other.size;
    }

    NameTable copy() {
        return new NameTable(this);
    }

    int size() {
        return size;
    }

    String name(int index) {
        return names[index];
    }

    /** Gives the index of a name, -1 where it is not. */
    int find(@Nullable Object name) {
        return name instanceof String text ? slots[slot(text)] - 1 : -1;
    }

    /** Says whether a name has an index. */
    boolean isAt(int index, String name) {
        return index < size && names[index].equals(name);
    }

    /** Adds a name that is not here yet; gives its index. */
    int add(String name) {
        if (size == names.length) {
            grow();
        }
        names[size] = name;
        slots[slot(name)] = size + 1;
        return size++;
    }

    /** The slot that has the name, else the free one where it belongs. */
    private int slot(String name) {
        int hash = name.hashCode();
        int mask = slots.length - 1;
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (slots[slot] != 0 && !names[slots[slot] - 1].equals(name)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        names = Arrays.copyOf(names, 2 * size);
        slots = new int[2 * slots.length];
        for (int index = 0; index < size; index++) {
            slots[slot(names[index])] = index + 1;
        }
    }
}
