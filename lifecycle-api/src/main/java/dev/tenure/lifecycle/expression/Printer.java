package dev.tenure.lifecycle.expression;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.Node.Connective;
import dev.tenure.lifecycle.expression.Node.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes a tree in its canonical spelling, in a loop, so that no tree is too deep. */
final class Printer {

    private static final int EXPRESSION = 0;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int RELATION = 3;
    private static final int SUM = 4;
    private static final int UNARY = 5;
    private static final int POSTFIX = 6;

    /** What is still to be written, the next first: a String, or a Node. */
    private final Deque<Object> todo = new ArrayDeque<>();

    private final StringBuilder out = new StringBuilder();

    private Printer() {}

    static String print(Node tree) {
        Printer printer = new Printer();
        printer.todo.push(tree);
        printer.run();
        return printer.out.toString();
    }

    private void run() {
        while (!todo.isEmpty()) {
            Object next = todo.pop();
            if (next instanceof Node node) {
                List<Object> parts = parts(node);
                for (int i = parts.size() - 1; i >= 0; i--) {
                    todo.push(parts.get(i));
                }
            } else {
                out.append(next);
            }
        }
    }

    private static List<Object> parts(Node node) {
        List<Object> parts = new ArrayList<>();
        if (node instanceof Node.Literal literal) {
            parts.add(literal(literal.value()));
        } else if (node instanceof Node.Name name) {
            parts.add(name.name());
        } else if (node instanceof Node.Member member) {
            operand(parts, member.of(), POSTFIX);
            parts.add("." + member.name());
        } else if (node instanceof Node.Index index) {
            operand(parts, index.of(), POSTFIX);
            parts.addAll(List.of("[", index.index(), "]"));
        } else if (node instanceof Node.Call call) {
            list(parts, call.function().fullName() + "(", call.arguments(), ")");
        } else if (node instanceof Node.Elements elements) {
            list(parts, "{", elements.elements(), "}");
        } else if (node instanceof Node.Unary unary) {
            parts.add(unary.sign().symbol());
            operand(parts, unary.operand(), UNARY);
        } else if (node instanceof Node.Sum sum) {
            operand(parts, sum.first(), UNARY);
            for (Term term : sum.rest()) {
                parts.add(term.adds() ? " + " : " - ");
                operand(parts, term.operand(), UNARY);
            }
        } else if (node instanceof Node.Relation relation) {
            operand(parts, relation.left(), SUM);
            parts.add(" " + relation.comparison().symbol() + " ");
            operand(parts, relation.right(), SUM);
        } else if (node instanceof Node.Junction junction) {
            for (Node operand : junction.operands()) {
                if (!parts.isEmpty()) {
                    parts.add(" " + junction.connective() + " ");
                }
                operand(parts, operand, junction.connective() == Connective.AND ? RELATION : AND);
            }
        } else if (node instanceof Node.Conditional conditional) {
            operand(parts, conditional.condition(), OR);
            parts.addAll(List.of(" ? ", conditional.then(), " : ", conditional.otherwise()));
        } else if (node instanceof Node.Elvis elvis) {
            operand(parts, elvis.value(), OR);
            parts.addAll(List.of(" ?: ", elvis.otherwise()));
        }
        return parts;
    }

    private static void list(List<Object> parts, String opening, List<Node> elements, String closing) {
        parts.add(opening);
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                parts.add(", ");
            }
            parts.add(elements.get(i));
        }
        parts.add(closing);
    }

    /** Adds an operand, in brackets where it binds less tightly than its place asks. */
    private static void operand(List<Object> parts, Node node, int least) {
        if (tightness(node) < least) {
            parts.addAll(List.of("(", node, ")"));
        } else {
            parts.add(node);
        }
    }

    private static int tightness(Node node) {
        if (node instanceof Node.Conditional || node instanceof Node.Elvis) {
            return EXPRESSION;
        }
        if (node instanceof Node.Junction junction) {
            return junction.connective() == Connective.AND ? AND : OR;
        }
        if (node instanceof Node.Relation) {
            return RELATION;
        }
        if (node instanceof Node.Sum) {
            return SUM;
        }
        return node instanceof Node.Unary ? UNARY : POSTFIX;
    }

    private static String literal(AttributeValue value) {
        if (value instanceof AttributeValue.Text text) {
            return '"' + text.value().replace("\"", "\"\"") + '"';
        }
        if (value instanceof AttributeValue.Decimal decimal && decimal.value().scale() <= 0) {
            return value.asText() + ".0";
        }
        return value.isNull() ? "null" : value.asText();
    }
}
