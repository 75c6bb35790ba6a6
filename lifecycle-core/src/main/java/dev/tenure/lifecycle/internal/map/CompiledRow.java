package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.ExpressionException;
import dev.tenure.lifecycle.expression.Node;
import dev.tenure.lifecycle.mapping.MappingRow;
import dev.tenure.lifecycle.mapping.RowFault;
import java.util.Optional;

/** One row of a mapping, compiled. A plain {@code source.x} needs no program. */
final class CompiledRow {

    private final MappingRow row;
    private final Optional<Node.Member> plain;
    private final Program program;
    private final Optional<ValueCheck> check;

    private CompiledRow(MappingRow row, Optional<Node.Member> plain, Optional<ValueCheck> check) {
        this.row = row;
        this.plain = plain;
        this.program = Program.of(row.expression());
        this.check = check;
    }

    static CompiledRow of(MappingRow row, Optional<AttributeDefinition> target) {
        Optional<Node.Member> plain =
                row.expression().tree() instanceof Node.Member member && member.of() instanceof Node.Name
                        ? Optional.of(member)
                        : Optional.empty();
        return new CompiledRow(row, plain, target.map(ValueCheck::new));
    }

    MappingRow row() {
        return row;
    }

    String attribute() {
        return row.attribute();
    }

    AttributeValue evaluate(Evaluation evaluation) {
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
    AttributeValue check(AttributeValue value) {
        return check.isPresent() ? check.get().convert(value) : value;
    }

    RowFault fault(ExpressionException fault) {
        return new RowFault(
                attribute(),
                "row '" + attribute() + "': " + fault.problem() + " at line " + fault.line() + ", column "
                        + fault.column() + " of '" + shown(row.expression().text()) + "'");
    }

    RowFault fault(Fault fault) {
        return new RowFault(attribute(), "row '" + attribute() + "': " + fault.problem());
    }

    private static String shown(String expression) {
        return expression.length() <= 200 ? expression : expression.substring(0, 200) + "...";
    }
}
