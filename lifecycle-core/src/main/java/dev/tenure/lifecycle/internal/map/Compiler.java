package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.expression.Expression;
import dev.tenure.lifecycle.expression.Function;
import dev.tenure.lifecycle.expression.Node;
import dev.tenure.lifecycle.expression.Node.Connective;
import dev.tenure.lifecycle.expression.Node.Sign;
import dev.tenure.lifecycle.expression.Node.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Writes the instructions of a tree, in a loop, so that no tree is too deep. A node is taken apart into what is to be
 * written next: nodes, instructions and marks for jumps.
 */
final class Compiler {

    private final Set<String> sourceAttributes;
    private final Deque<Piece> todo = new ArrayDeque<>();
    private final List<Instruction> code = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private int height;
    private int greatestHeight;

    Compiler(Set<String> sourceAttributes) {
        this.sourceAttributes = sourceAttributes;
    }

    /** What is still to be written. */
    private sealed interface Piece {}

    private record Whole(Node node) implements Piece {}

    /** An instruction and by how many values it makes the stack higher or lower. */
    private record Emit(Instruction instruction, int position, int effect) implements Piece {}

    /** The place where a label points, and how much lower the stack is there than after what was written before. */
    private record Mark(Label label, int effect) implements Piece {}

    /** Where a jump goes; known once the place is reached. */
    static final class Label {
        private int at;

        int at() {
            return at;
        }
    }

    Program compile(Expression expression) {
        todo.push(new Whole(expression.tree()));
        while (!todo.isEmpty()) {
            write(todo.pop());
        }
        labels.forEach(this::passOverJumps);
        int[] places = positions.stream().mapToInt(Integer::intValue).toArray();
        return new Program(expression, code.toArray(Instruction[]::new), places, greatestHeight);
    }

    private void write(Piece piece) {
        if (piece instanceof Whole whole) {
            List<Piece> pieces = new ArrayList<>();
            take(whole.node(), pieces);
            for (int i = pieces.size() - 1; i >= 0; i--) {
                todo.push(pieces.get(i));
            }
        } else if (piece instanceof Emit emit) {
            code.add(emit.instruction());
            positions.add(emit.position());
            rise(emit.effect());
        } else if (piece instanceof Mark mark) {
            mark.label().at = code.size();
            labels.add(mark.label());
            rise(mark.effect());
        }
    }

    /** Lets a label point to where the jumps that it points to end. They go forward, so that they end. */
    private void passOverJumps(Label label) {
        while (label.at < code.size() && code.get(label.at) instanceof Operations.Jump jump) {
            label.at = jump.target().at;
        }
    }

    private void rise(int effect) {
        height += effect;
        greatestHeight = Math.max(greatestHeight, height);
    }

    private void take(Node node, List<Piece> out) {
        int at = node.position();
        if (node instanceof Node.Literal literal) {
            out.add(new Emit(Operations.constant(literal.value()), at, 1));
        } else if (node instanceof Node.Name name) {
            out.add(new Emit(References.name(name.name(), sourceAttributes.contains(name.name())), at, 1));
        } else if (node instanceof Node.Member member) {
            takeMember(member, out);
        } else if (node instanceof Node.Index index) {
            out.add(new Whole(index.of()));
            out.add(new Whole(index.index()));
            out.add(new Emit(Operations.index(), at, -1));
        } else if (node instanceof Node.Call call) {
            takeAll(call.arguments(), out);
            int count = call.arguments().size();
            out.add(new Emit(Calls.of(call), at, 1 - count));
        } else if (node instanceof Node.Elements elements) {
            takeAll(elements.elements(), out);
            int count = elements.elements().size();
            out.add(new Emit(Operations.elements(count), at, 1 - count));
        } else if (node instanceof Node.Unary unary) {
            out.add(new Whole(unary.operand()));
            out.add(new Emit(unary.sign() == Sign.NOT ? Operations.not() : Operations.minus(), at, 0));
        } else if (node instanceof Node.Sum sum) {
            takeSum(sum, out);
        } else if (node instanceof Node.Relation relation) {
            out.add(new Whole(relation.left()));
            out.add(new Whole(relation.right()));
            out.add(new Emit(Comparisons.of(relation), at, -1));
        } else if (node instanceof Node.Junction junction) {
            takeJunction(junction, out);
        } else if (node instanceof Node.Conditional conditional) {
            takeConditional(conditional, out);
        } else if (node instanceof Node.Elvis elvis) {
            Label end = new Label();
            out.add(new Whole(elvis.value()));
            out.add(new Emit(Operations.keepUnlessAbsent(end), at, -1));
            out.add(new Whole(elvis.otherwise()));
            out.add(new Mark(end, 0));
        }
    }

    /** Most members are those of a profile that is there: one instruction reads it and passes over the general one. */
    private void takeMember(Node.Member member, List<Piece> out) {
        Label read = new Label();
        int at = member.of().position();
        if (member.of() instanceof Node.Name name) {
            boolean known = sourceAttributes.contains(name.name());
            out.add(new Emit(References.profileMember(name.name(), known, member, read), at, 1));
        } else if (calls(member.of(), Function.FIND_WORKDAY_USER)) {
            out.add(new Emit(ProfileFunctions.workdayUserMember(member, read), at, 1));
        } else {
            out.add(new Whole(member.of()));
        }
        out.add(new Emit(References.member(member), member.position(), 0));
        out.add(new Mark(read, 0));
    }

    private static boolean calls(Node node, Function function) {
        return node instanceof Node.Call call && call.function() == function;
    }

    private static void takeAll(List<Node> nodes, List<Piece> out) {
        for (Node node : nodes) {
            out.add(new Whole(node));
        }
    }

    private static void takeSum(Node.Sum sum, List<Piece> out) {
        out.add(new Whole(sum.first()));
        List<Term> rest = sum.rest();
        boolean[] adds = new boolean[rest.size()];
        for (int i = 0; i < adds.length; i++) {
            adds[i] = rest.get(i).adds();
            out.add(new Whole(rest.get(i).operand()));
        }
        out.add(new Emit(Sums.of(adds), sum.position(), -adds.length));
    }

    private static void takeJunction(Node.Junction junction, List<Piece> out) {
        Label end = new Label();
        boolean decider = junction.connective() == Connective.OR;
        List<Node> operands = junction.operands();
        for (int i = 0; i < operands.size(); i++) {
            Node operand = operands.get(i);
            out.add(new Whole(operand));
            out.add(
                    i < operands.size() - 1
                            ? new Emit(Operations.decideIf(decider, end), operand.position(), -1)
                            : new Emit(Operations.requireBoolean(), operand.position(), 0));
        }
        out.add(new Mark(end, 0));
    }

    private static void takeConditional(Node.Conditional conditional, List<Piece> out) {
        Label otherwise = new Label();
        Label end = new Label();
        if (calls(conditional.condition(), Function.HAS_WORKDAY_USER)) {
            int at = conditional.condition().position();
            out.add(new Emit(ProfileFunctions.jumpUnlessWorkdayUser(otherwise), at, 0));
        } else {
            out.add(new Whole(conditional.condition()));
            out.add(new Emit(Operations.jumpUnlessTrue(otherwise), conditional.position(), -1));
        }
        out.add(new Whole(conditional.then()));
        out.add(new Emit(new Operations.Jump(end), conditional.position(), 0));
        out.add(new Mark(otherwise, -1));
        out.add(new Whole(conditional.otherwise()));
        out.add(new Mark(end, 0));
    }
}
