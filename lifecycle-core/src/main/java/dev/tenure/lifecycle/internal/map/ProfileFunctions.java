package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeName;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.Node;
import dev.tenure.lifecycle.internal.map.Compiler.Label;
import dev.tenure.lifecycle.internal.map.MappingInput.Relative;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The functions that find other profiles of the user, and those of people around. */
final class ProfileFunctions {

    private static final String DIRECTORY = "active_directory";

    private ProfileFunctions() {}

    static Object hasWorkdayUser(Arguments arguments) {
        return has(arguments.evaluation());
    }

    static Object findWorkdayUser(Arguments arguments) {
        return find(arguments.evaluation());
    }

    /** The instruction for {@code hasWorkdayUser()}: a third of the default rows for a directory ask that first. */
    static int hasWorkdayUser(Evaluation evaluation, int next) {
        evaluation.push(has(evaluation));
        return next;
    }

    /** The instruction for {@code findWorkdayUser()}. */
    static int findWorkdayUser(Evaluation evaluation, int next) {
        evaluation.push(find(evaluation));
        return next;
    }

    /**
     * The instruction for an attribute of {@code findWorkdayUser()} in one step, which goes on at a label; whoever is not
     * found is left to {@link References#member}, which follows.
     */
    static Instruction workdayUserMember(Node.Member member, Label read) {
        AttributeName attribute = AttributeName.of(member.name());
        Supplier<String> printed = member::print;
        return (evaluation, next) -> {
            List<BoundProfile> users = evaluation.input().workdayUsers();
            if (users == null || users.size() != 1) {
                return findWorkdayUser(evaluation, next);
            }
            evaluation.push(evaluation.read(users.get(0).get(attribute), printed));
            return read.at();
        };
    }

    /** The instruction for a choice by {@code hasWorkdayUser()}. */
    static Instruction jumpUnlessWorkdayUser(Label otherwise) {
        return (evaluation, next) -> exactlyOne(evaluation, evaluation.input().workdayUsers()) ? next : otherwise.at();
    }

    private static Object has(Evaluation evaluation) {
        return AttributeValue.of(exactlyOne(evaluation, evaluation.input().workdayUsers()));
    }

    private static Object find(Evaluation evaluation) {
        return find(evaluation, evaluation.input().workdayUsers());
    }

    static Object hasDirectoryUser(Arguments arguments) {
        Evaluation evaluation = arguments.evaluation();
        return AttributeValue.of(exactlyOne(evaluation, evaluation.input().directoryUsers()));
    }

    static Object findDirectoryUser(Arguments arguments) {
        Evaluation evaluation = arguments.evaluation();
        return find(evaluation, evaluation.input().directoryUsers());
    }

    private static Object find(Evaluation evaluation, @Nullable List<BoundProfile> users) {
        return exactlyOne(evaluation, users) && users != null ? users.get(0) : AttributeValue.NULL;
    }

    private static boolean exactlyOne(Evaluation evaluation, @Nullable List<BoundProfile> users) {
        if (users == null) {
            evaluation.markNotRead(() -> "the user's app assignments");
            return false;
        }
        return users.size() == 1;
    }

    static Object managerUser(Arguments arguments) {
        return manager(arguments).user();
    }

    static Object managerAppUser(Arguments arguments) {
        return manager(arguments).app(arguments.text(1));
    }

    static Object assistantUser(Arguments arguments) {
        return assistant(arguments).user();
    }

    static Object assistantAppUser(Arguments arguments) {
        return assistant(arguments).app(arguments.text(1));
    }

    private static Relative manager(Arguments arguments) {
        return known(arguments, arguments.evaluation().input().manager(), "the manager");
    }

    private static Relative assistant(Arguments arguments) {
        return known(arguments, arguments.evaluation().input().assistant(), "the assistant");
    }

    private static Relative known(Arguments arguments, @Nullable Relative relative, String who) {
        if (!arguments.text(0).equals(DIRECTORY)) {
            throw new Fault("the source must be \"" + DIRECTORY + "\"");
        }
        if (relative == null) {
            arguments.evaluation().markNotRead(() -> who);
            return Relative.NOBODY;
        }
        return relative;
    }

    static Object internalProperty(Arguments arguments) {
        String property = arguments.text(0);
        if (!property.equals("id") && !property.equals("status")) {
            throw new Fault("the property must be \"id\" or \"status\"");
        }
        Evaluation evaluation = arguments.evaluation();
        return evaluation.read(
                evaluation.input().internal(property), () -> "user.getInternalProperty(\"" + property + "\")");
    }

    static Object linkedObject(Arguments arguments) {
        String relationship = arguments.text(0);
        Map<String, BoundProfile> linked = arguments.evaluation().input().linked();
        if (linked == null) {
            arguments.evaluation().markNotRead(() -> "the linked objects");
            return BoundProfile.NOBODY;
        }
        return linked.getOrDefault(relationship, BoundProfile.NOBODY);
    }
}
