package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.internal.map.Compiler.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Instructions for literals, signs, arrays and branches. */
final class Operations {

    private static final String CONDITION = "the condition";
    private static final String OPERAND = "an operand of AND, OR, '!' and NOT";

    private Operations() {}

    static Instruction constant(AttributeValue value) {
        return (evaluation, next) -> {
            evaluation.push(value);
            return next;
        };
    }

    static Instruction not() {
        return (evaluation, next) -> {
            evaluation.push(AttributeValue.of(!Values.bool(evaluation.pop(), OPERAND)));
            return next;
        };
    }

    static Instruction minus() {
        return (evaluation, next) -> {
            evaluation.push(Numbers.negate(evaluation.pop()));
            return next;
        };
    }

    static Instruction elements(int count) {
        return (evaluation, next) -> {
            List<Object> elements = new ArrayList<>(Limits.elements(count));
            for (int i = 0; i < count; i++) {
                elements.add(evaluation.at(count, i));
            }
            evaluation.replace(count, new Items(elements));
            return next;
        };
    }

    static Instruction index() {
        return (evaluation, next) -> {
            Object index = evaluation.pop();
            Object array = evaluation.pop();
            List<?> elements = Values.elements(array)
                    .orElseThrow(() -> new Fault("'[ ]' needs an array, not " + Values.kind(array)));
            evaluation.push(element(elements, index));
            return next;
        };
    }

    static Object element(List<?> elements, Object index) {
        OptionalLong at = Numbers.integer(index);
        if (at.isEmpty()) {
            throw new Fault("an index must be an integer, not " + Values.kind(index));
        }
        if (at.getAsLong() < 0 || at.getAsLong() >= elements.size()) {
            throw new Fault("the index is outside of the array");
        }
        return elements.get((int) at.getAsLong());
    }

    /** Goes on elsewhere. Whoever jumps to it may as well jump there. */
    record Jump(Label target) implements Instruction {
        @Override
        public int run(Evaluation evaluation, int next) {
            return target.at();
        }
    }

    static Instruction jumpUnlessTrue(Label target) {
        return (evaluation, next) -> Values.bool(evaluation.pop(), CONDITION) ? next : target.at();
    }

    /** Ends AND or OR with the value on the stack if that decides; takes it off otherwise. */
    static Instruction decideIf(boolean decider, Label end) {
        return (evaluation, next) -> {
            if (Values.bool(evaluation.peek(), OPERAND) == decider) {
                return end.at();
            }
            evaluation.pop();
            return next;
        };
    }

    static Instruction requireBoolean() {
        return (evaluation, next) -> {
            Values.bool(evaluation.peek(), OPERAND);
            return next;
        };
    }

    /** Keeps the value on the stack and goes on at the end; null and empty text are taken off. */
    static Instruction keepUnlessAbsent(Label end) {
        return (evaluation, next) -> {
            Object value = evaluation.peek();
            if (!Values.isNull(value) && !Values.isEmptyText(value)) {
                return end.at();
            }
            evaluation.pop();
            return next;
        };
    }
}
