package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import org.jspecify.annotations.Nullable;

/** Hears what an evaluation reads and what it had to make do with, for a preview. */
interface Trace {

    /**
     * An attribute or fact was read.
     *
     * @param name its name as the expression has it
     * @param value its value; null if it was not read before
     */
    void read(String name, @Nullable AttributeValue value);

    /**
     * Something happened that whoever wrote the row may want to know.
     *
     * @param note a sentence without values
     */
    void note(String note);
}
