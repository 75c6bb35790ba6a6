package dev.tenure.lifecycle.internal.map;

/** Bounds of an evaluation. */
final class Limits {

    /** The greatest length of a text that an evaluation builds, in UTF-16 units. */
    static final int TEXT = 1_000_000;

    /** The greatest size of an array that an evaluation builds. */
    static final int ELEMENTS = 10_000;

    /** The most digits that a number may have to be calculated with or written. */
    static final int DIGITS = 1_000;

    /** How many steps an evaluation may take: an instruction, an element, a look at a text while matching. */
    static final int STEPS = 2_500_000;

    private Limits() {}

    /** Checks the length of a text that is about to be built. */
    static int text(long length) {
        if (length > TEXT) {
            throw new Fault("the text would be longer than " + TEXT + " characters");
        }
        return (int) length;
    }

    /** Checks the size of an array that is about to be built. */
    static int elements(long size) {
        if (size > ELEMENTS) {
            throw new Fault("the array would have more than " + ELEMENTS + " elements");
        }
        return (int) size;
    }
}
