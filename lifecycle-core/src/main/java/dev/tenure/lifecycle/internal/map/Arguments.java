package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The arguments of one call, on the stack. */
final class Arguments {

    private final Evaluation evaluation;
    private int count;

    Arguments(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Takes this many topmost values as the arguments of the call that is made now. Calls do not nest: one serves all. */
    Arguments take(int topmost) {
        count = topmost;
        return this;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    Steps steps() {
        return evaluation.steps();
    }

    int count() {
        return count;
    }

    Object value(int index) {
        return evaluation.at(count, index);
    }

    /** Gives an argument as text; null is empty text unless the mapping rejects it. */
    String text(int index) {
        String text = Texts.of(evaluation, value(index), index);
        evaluation.steps().takeForText(text.length());
        return text;
    }

    /** Gives an argument that must be a whole number. */
    long integer(int index) {
        OptionalLong number = Numbers.integer(value(index));
        if (number.isEmpty()) {
            throw new Fault("argument " + (index + 1) + " must be an integer, not " + Values.kind(value(index)));
        }
        return number.getAsLong();
    }

    /** Gives an argument as an array: null and empty text have no element, and text is cut at its commas. */
    List<?> array(int index) {
        List<?> elements = arrayOf(value(index), index);
        evaluation.steps().take(1 + elements.size());
        return elements;
    }

    private List<?> arrayOf(Object value, int index) {
        if (Values.isNull(value) || Values.isEmptyText(value)) {
            return List.of();
        }
        if (Values.isText(value)) {
            return split(text(index));
        }
        return Values.elements(value)
                .orElseThrow(
                        () -> new Fault("argument " + (index + 1) + " must be an array, not " + Values.kind(value)));
    }

    private static List<AttributeValue> split(String text) {
        Limits.elements(text.chars().filter(c -> c == ',').count() + 1);
        return Arrays.stream(text.split(",", -1)).map(AttributeValue::of).toList();
    }
}
