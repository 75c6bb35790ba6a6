package dev.tenure.lifecycle.attribute;

/** The types that an attribute can have in a source or target schema. */
public enum AttributeType {
    /** Unicode text. */
    STRING,
    /** True or false. */
    BOOLEAN,
    /** A whole number of 64 bits. */
    INTEGER,
    /** A number that may have a fraction, as JSON has it. */
    NUMBER,
    /** A decimal fraction of any size, exact. */
    DECIMAL,
    /** A calendar date without a time or zone. */
    DATE,
    /** A list of values. */
    ARRAY
}
