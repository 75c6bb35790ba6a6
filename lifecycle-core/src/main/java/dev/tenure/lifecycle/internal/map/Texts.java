package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.TextPattern;
import dev.tenure.lifecycle.mapping.AbsentText;

/** Takes values as text where the language wants text. */
final class Texts {

    private Texts() {}

    /** Gives the text form of an argument, counted from 0. */
    static String of(Evaluation evaluation, Object value, int argument) {
        // The words for a fault are made for a fault alone: most arguments are texts.
        return value instanceof AttributeValue.Text text
                ? text.value()
                : of(evaluation, value, "argument " + (argument + 1));
    }

    /** Gives the text form; that of null is empty, unless the mapping says that null is a fault. */
    static String of(Evaluation evaluation, Object value, String what) {
        if (value instanceof AttributeValue.Text text) {
            return text.value();
        }
        if (Values.isNull(value)) {
            if (evaluation.absentText() == AbsentText.REJECT) {
                throw new Fault(
                        what + " is null, which this mapping does not take for empty text; give a default with '?:'");
            }
            return "";
        }
        return Values.text(value).orElseThrow(() -> new Fault(what + " must be text, not " + Values.kind(value)));
    }

    /** Compiles a pattern that an evaluation came up with. */
    static TextPattern pattern(String regex, Steps steps) {
        steps.take(1 + regex.length());
        try {
            return TextPattern.compile(regex);
        } catch (IllegalArgumentException refused) {
            throw new Fault(String.valueOf(refused.getMessage()));
        }
    }
}
