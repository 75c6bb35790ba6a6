package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeName;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.mapping.AbsentText;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of one evaluation: a stack, the steps left, and whether something that was not read was asked for. */
final class Evaluation {

    private static final Object[] EMPTY = {};
    private static final int FEW = 4;

    private final MappingInput input;
    private final AbsentText absentText;
    private final @Nullable Trace trace;
    private final Steps steps = new Steps();
    private final Arguments arguments = new Arguments(this);
    private Object[] stack = EMPTY;
    private int top;
    private @Nullable String notRead;
    private @Nullable String fault;
    private @Nullable String lastName;
    private @Nullable BoundProfile lastProfile;

    Evaluation(MappingInput input, AbsentText absentText, @Nullable Trace trace) {
        this.input = input;
        this.absentText = absentText;
        this.trace = trace;
    }

    /** Makes ready for another program. */
    void start(int stackSize) {
        if (stack.length < stackSize) {
            stack = new Object[Math.max(FEW, stackSize)];
        }
        top = 0;
        notRead = null;
        fault = null;
        steps.startAgain();
    }

    MappingInput input() {
        return input;
    }

    /** Gives a profile; the rows of a mapping ask for the same one again and again. */
    @Nullable
    @SuppressWarnings("ReferenceEquality")
    BoundProfile profile(String name) {
        if (name != lastName) {
            lastProfile = input.profile(name);
            lastName = name;
        }
        return lastProfile;
    }

    /** Gives an attribute if it was read and nobody wants to know that it was asked for. */
    @Nullable
    AttributeValue glance(String name, AttributeName attribute) {
        BoundProfile profile = trace == null ? profile(name) : null;
        return profile == null ? null : profile.get(attribute);
    }

    Arguments arguments(int count) {
        return arguments.take(count);
    }

    AbsentText absentText() {
        return absentText;
    }

    Steps steps() {
        return steps;
    }

    void push(Object value) {
        stack[top++] = value;
    }

    Object pop() {
        return stack[--top];
    }

    Object peek() {
        return stack[top - 1];
    }

    /** Gives one of the topmost values. */
    Object at(int count, int index) {
        return stack[top - count + index];
    }

    /** Puts one value in the place of the topmost ones. */
    void replace(int count, Object value) {
        top -= count;
        stack[top++] = value;
    }

    /** Gives what was read under a name; null, noted as not read, where nothing was. */
    AttributeValue read(@Nullable AttributeValue value, Supplier<String> name) {
        if (trace != null) {
            trace.read(name.get(), value);
        }
        if (value == null) {
            markNotRead(name);
            return AttributeValue.NULL;
        }
        return value;
    }

    void markNotRead(Supplier<String> name) {
        if (notRead == null) {
            notRead = name.get();
        }
    }

    /** Gives the first name that was asked for and not read. */
    @Nullable
    String notRead() {
        return notRead;
    }

    void fail(String message) {
        fault = message;
    }

    /** Gives what failed, unless something was not read, which then is why. */
    @Nullable
    String fault() {
        return notRead == null ? fault : null;
    }

    void note(String note) {
        if (trace != null) {
            trace.note(note);
        }
    }
}
