package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;

/** The instruction for a chain of {@code +} and {@code -}: numbers add, and text joins in one go. */
final class Sums {

    private final boolean[] adds;

    private Sums(boolean[] adds) {
        this.adds = adds;
    }

    /** Makes the instruction for one operand and as many more as there are signs. */
    static Instruction of(boolean[] adds) {
        Sums sums = new Sums(adds);
        int count = adds.length + 1;
        return (evaluation, next) -> {
            evaluation.replace(count, sums.calculate(evaluation, count));
            return next;
        };
    }

    private Object calculate(Evaluation evaluation, int count) {
        Object sum = evaluation.at(count, 0);
        int i = 1;
        while (i < count) {
            Object operand = evaluation.at(count, i);
            if (!adds[i - 1]) {
                sum = Numbers.subtract(number(sum, "-"), number(operand, "-"));
                i++;
            } else if (Values.isNumber(sum) && Values.isNumber(operand)) {
                sum = Numbers.add(sum, operand);
                i++;
            } else if (joins(sum) || joins(operand)) {
                int end = i;
                while (end < count && adds[end - 1]) {
                    end++;
                }
                sum = join(evaluation, sum, count, i, end);
                i = end;
            } else {
                throw new Fault(
                        "'+' adds numbers or joins text, not " + Values.kind(Values.isNumber(sum) ? operand : sum));
            }
        }
        return sum;
    }

    private static boolean joins(Object value) {
        return Values.isText(value) || Values.isNull(value);
    }

    private static Object number(Object value, String operator) {
        if (!Values.isNumber(value)) {
            throw new Fault("'" + operator + "' takes numbers, not " + Values.kind(value));
        }
        return value;
    }

    private static AttributeValue join(Evaluation evaluation, Object first, int count, int from, int to) {
        String[] parts = new String[to - from + 1];
        parts[0] = Texts.of(evaluation, first, "an operand of '+'");
        long length = parts[0].length();
        for (int i = from; i < to; i++) {
            String part = Texts.of(evaluation, evaluation.at(count, i), "an operand of '+'");
            parts[i - from + 1] = part;
            length += part.length();
        }
        StringBuilder joined = new StringBuilder(Limits.text(length));
        evaluation.steps().takeForText((int) length);
        for (String part : parts) {
            joined.append(part);
        }
        return AttributeValue.of(joined.toString());
    }
}
