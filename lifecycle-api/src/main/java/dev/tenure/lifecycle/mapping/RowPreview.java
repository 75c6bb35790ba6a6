package dev.tenure.lifecycle.mapping;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.List;
import java.util.Optional;

/**
 * What one row does for one worker, to be looked at before anything is written (rules M5 and S5). It holds data of the
 * person; its {@code toString} does not print it, {@link PreviewText} does.
 *
 * @param row the row
 * @param inputs what its expression read, in the order of reading
 * @param value what it gives; empty if it failed or needed something that was not read
 * @param problem why there is no value; empty if there is one
 * @param notes what the row had to make do with, such as a text shorter than the part asked for
 * @param current what the target has now; empty if that is not known
 */
public record RowPreview(
        MappingRow row,
        List<Input> inputs,
        Optional<AttributeValue> value,
        Optional<String> problem,
        List<String> notes,
        Optional<AttributeValue> current) {

    /** Copies the lists. */
    public RowPreview {
        inputs = List.copyOf(inputs);
        notes = List.copyOf(notes);
    }

    /**
     * Says what the target has now.
     *
     * @param atTarget the target's value, {@link AttributeValue#NULL} if it has none
     * @return the same preview but for that
     */
    public RowPreview withCurrent(AttributeValue atTarget) {
        return new RowPreview(row, inputs, value, problem, notes, Optional.of(atTarget));
    }

    /**
     * Says whether the row gives another value than the target has.
     *
     * @return true if both are known and differ
     */
    public boolean differs() {
        return value.isPresent() && current.isPresent() && !value.equals(current);
    }

    /** Names the row's attribute and prints no value. */
    @Override
    public String toString() {
        return "RowPreview[" + row.attribute() + "]";
    }

    /**
     * Something that an expression read.
     *
     * @param name its name, as in the expression
     * @param value its value; empty if it was not read from HR
     */
    public record Input(String name, Optional<AttributeValue> value) {
        /** Prints the name and not the value. */
        @Override
        public String toString() {
            return "Input[" + name + "]";
        }
    }
}
