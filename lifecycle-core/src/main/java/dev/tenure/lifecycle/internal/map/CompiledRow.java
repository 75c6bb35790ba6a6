package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.ExpressionException;
import dev.tenure.lifecycle.expression.Node;
import dev.tenure.lifecycle.mapping.MappingRow;
import java.util.Optional;
import java.util.Set;

/** One row of a mapping, compiled. A plain {@code source.x} needs no program. */
final class CompiledRow {

    private final MappingRow row;
    private final Optional<Node.Member> plain;
    private final Program program;
    private final Optional<ValueCheck> check;

    private CompiledRow(MappingRow row, Program program, Optional<ValueCheck> check) {
        this.row = row;
        this.plain = plain(row.expression().tree());
        this.program = program;
        this.check = check;
    }

    static CompiledRow of(MappingRow row, Set<String> sourceAttributes, Optional<AttributeDefinition> target) {
        return new CompiledRow(row, Program.of(row.expression(), sourceAttributes), target.map(ValueCheck::new));
    }

    private static Optional<Node.Member> plain(Node tree) {
        return tree instanceof Node.Member member && member.of() instanceof Node.Name
                ? Optional.of(member)
                : Optional.empty();
    }

    MappingRow row() {
        return row;
    }

    String attribute() {
        return row.attribute();
    }

    /** Evaluates the row. What was not read leaves it out, however it ended. */
    RowResult evaluate(Evaluation evaluation) {
        try {
            AttributeValue value = value(evaluation);
            String notRead = evaluation.notRead();
            return notRead == null ? new RowResult(check(value), null, null) : new RowResult(null, notRead, null);
        } catch (ExpressionException fault) {
            String notRead = evaluation.notRead();
            return notRead == null ? new RowResult(null, null, message(fault)) : new RowResult(null, notRead, null);
        } catch (Fault refused) {
            return new RowResult(null, null, "row '" + attribute() + "': " + refused.problem());
        }
    }

    private AttributeValue value(Evaluation evaluation) {
        if (plain.isPresent() && plain.get().of() instanceof Node.Name name) {
            BoundProfile profile = evaluation.input().profile(name.name());
            if (profile != null) {
                evaluation.start(0);
                Node.Member member = plain.get();
                return evaluation.read(profile.get(member.name()), member::print);
            }
        }
        return program.run(evaluation);
    }

    /** Gives the value as the target takes it, or ends with what the target does not take about it. */
    private AttributeValue check(AttributeValue value) {
        return check.isPresent() ? check.get().convert(value) : value;
    }

    private String message(ExpressionException fault) {
        return "row '" + attribute() + "': " + fault.problem() + " at line " + fault.line() + ", column "
                + fault.column() + " of '" + shown(row.expression().text()) + "'";
    }

    private static String shown(String expression) {
        return expression.length() <= 200 ? expression : expression.substring(0, 200) + "...";
    }
}
