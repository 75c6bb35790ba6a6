package dev.tenure.lifecycle.mapping;

/** What null is where an expression wants text: in {@code +}, and as an argument of a text function. */
public enum AbsentText {
    /** Empty text. */
    EMPTY,
    /** A fault, so that the row must say what it wants, for instance with {@code ?:}. */
    REJECT
}
