package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.Expression;
import dev.tenure.lifecycle.expression.ExpressionException;
import java.util.Set;

/** An expression compiled. Immutable, for any number of threads. */
final class Program {

    private final Expression expression;
    private final Instruction[] code;
    private final int[] positions;
    private final int stackSize;

    Program(Expression expression, Instruction[] code, int[] positions, int stackSize) {
        this.expression = expression;
        this.code = code;
        this.positions = positions;
        this.stackSize = stackSize;
    }

    /**
     * Compiles an expression.
     *
     * @param expression the expression
     * @param sourceAttributes bare names that are attributes of the source even where they were not read
     */
    static Program of(Expression expression, Set<String> sourceAttributes) {
        return new Compiler(sourceAttributes).compile(expression);
    }

    /**
     * Evaluates the expression.
     *
     * @param evaluation the evaluation, which may have run other programs before
     * @return the value
     * @throws ExpressionException if the evaluation fails; the message has no value
     */
    AttributeValue run(Evaluation evaluation) {
        evaluation.start(stackSize);
        int at = 0;
        try {
            // Jumps go forward, so that each instruction runs once at most.
            evaluation.steps().take(code.length);
            while (at < code.length) {
                at = code[at].run(evaluation, at + 1);
            }
            at = code.length - 1;
            return Values.result(evaluation.pop());
        } catch (Fault fault) {
            throw expression.fault(fault.problem(), positions[at]);
        }
    }
}
