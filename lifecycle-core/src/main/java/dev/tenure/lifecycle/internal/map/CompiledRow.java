package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeName;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.ExpressionException;
import dev.tenure.lifecycle.expression.Node;
import dev.tenure.lifecycle.mapping.MappingRow;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One row of a mapping, compiled. A plain {@code source.x} needs no program. */
final class CompiledRow {

    private final MappingRow row;
    private final AttributeName attribute;
    private final @Nullable Plain plain;
    private final Program program;
    private final @Nullable ValueCheck check;

    private CompiledRow(MappingRow row, Program program, @Nullable ValueCheck check) {
        this.row = row;
        this.attribute = AttributeName.of(row.attribute());
        this.plain = plain(row.expression().tree());
        this.program = program;
        this.check = check;
    }

    /** An attribute of a profile, both named. */
    private record Plain(String profile, AttributeName attribute, Supplier<String> printed) {}

    static CompiledRow of(MappingRow row, Set<String> sourceAttributes, Optional<AttributeDefinition> target) {
        return new CompiledRow(
                row,
                Program.of(row.expression(), sourceAttributes),
                target.map(ValueCheck::new).orElse(null));
    }

    private static @Nullable Plain plain(Node tree) {
        return tree instanceof Node.Member member && member.of() instanceof Node.Name name
                ? new Plain(name.name().intern(), AttributeName.of(member.name()), member::print)
                : null;
    }

    MappingRow row() {
        return row;
    }

    AttributeName attribute() {
        return attribute;
    }

    /** Evaluates the row; gives null where the evaluation then says what was not read or what failed. */
    @Nullable
    AttributeValue evaluate(Evaluation evaluation) {
        // Most rows are no more than this, and nothing can go wrong with it.
        AttributeValue there =
                plain == null || check != null ? null : evaluation.glance(plain.profile(), plain.attribute());
        if (there != null) {
            return there;
        }
        try {
            AttributeValue value = value(evaluation);
            return evaluation.notRead() == null ? check(value) : null;
        } catch (ExpressionException fault) {
            evaluation.fail(message(fault));
        } catch (Fault refused) {
            evaluation.fail("row '" + attribute() + "': " + refused.problem());
        }
        return null;
    }

    private AttributeValue value(Evaluation evaluation) {
        if (plain != null) {
            BoundProfile profile = evaluation.profile(plain.profile());
            if (profile != null) {
                evaluation.start(0);
                return evaluation.read(profile.get(plain.attribute()), plain.printed());
            }
        }
        return program.run(evaluation);
    }

    /** Gives the value as the target takes it, or ends with what the target does not take about it. */
    private AttributeValue check(AttributeValue value) {
        return check == null ? value : check.convert(value);
    }

    private String message(ExpressionException fault) {
        return "row '" + attribute() + "': " + fault.problem() + " at line " + fault.line() + ", column "
                + fault.column() + " of '" + shown(row.expression().text()) + "'";
    }

    private static String shown(String expression) {
        return expression.length() <= 200 ? expression : expression.substring(0, 200) + "...";
    }
}
