package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeName;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.NearestName;
import dev.tenure.lifecycle.expression.Node;
import dev.tenure.lifecycle.internal.map.Compiler.Label;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Instructions that read names and attributes. */
final class References {

    private References() {}

    /** Reads a bare name: a bound profile, else an attribute of the source, which must be there or be known to be one. */
    static Instruction name(String written, boolean known) {
        String name = written.intern();
        AttributeName attribute = AttributeName.of(name);
        return (evaluation, next) -> {
            BoundProfile profile = evaluation.profile(name);
            evaluation.push(profile != null ? profile : sourceAttribute(evaluation, attribute, known));
            return next;
        };
    }

    /**
     * Reads an attribute of a profile by its name in one step, and goes on at a label; where the name stands for no profile,
     * leaves what it stands for to {@link #member}, which follows.
     */
    static Instruction profileMember(String written, boolean known, Node.Member member, Label read) {
        String name = written.intern();
        Instruction otherwise = name(written, known);
        AttributeName attribute = AttributeName.of(member.name());
        Supplier<String> printed = member::print;
        return (evaluation, next) -> {
            BoundProfile profile = evaluation.profile(name);
            if (profile == null) {
                return otherwise.run(evaluation, next);
            }
            evaluation.push(evaluation.read(profile.get(attribute), printed));
            return read.at();
        };
    }

    private static Object sourceAttribute(Evaluation evaluation, AttributeName name, boolean known) {
        BoundProfile source = evaluation.input().profile("source");
        AttributeValue value = source == null ? null : source.get(name);
        if (value != null || known) {
            return evaluation.read(value, name::text);
        }
        Set<String> names = new TreeSet<>(evaluation.input().profileNames());
        if (source != null) {
            source.names().forEach(names::add);
        }
        throw new Fault("nothing has the name '" + name + "' here" + NearestName.hint(name.text(), names));
    }

    static Instruction member(Node.Member member) {
        AttributeName name = AttributeName.of(member.name());
        Supplier<String> printed = member::print;
        return (evaluation, next) -> {
            Object value = evaluation.pop();
            if (!(value instanceof BoundProfile profile)) {
                throw new Fault("'." + name + "' needs a profile, not " + Values.kind(value));
            }
            evaluation.push(evaluation.read(profile.get(name), printed));
            return next;
        };
    }
}
