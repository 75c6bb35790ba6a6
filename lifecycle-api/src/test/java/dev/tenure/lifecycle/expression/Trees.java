package dev.tenure.lifecycle.expression;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.Node.Comparison;
import dev.tenure.lifecycle.expression.Node.Connective;
import dev.tenure.lifecycle.expression.Node.Sign;
import dev.tenure.lifecycle.expression.Node.Term;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Makes trees of every kind of node, and compares trees without their positions. */
final class Trees {

    private Trees() {}

    static Arbitrary<Node> any() {
        return tree(3);
    }

    private static Arbitrary<Node> tree(int depth) {
        if (depth == 0) {
            return leaf();
        }
        Arbitrary<Node> part = Arbitraries.lazy(() -> tree(depth - 1));
        Arbitrary<List<Node>> parts = part.list().ofMinSize(2).ofMaxSize(4);
        return Arbitraries.oneOf(
                leaf(),
                Combinators.combine(part, name()).as((of, name) -> new Node.Member(of, name, 0)),
                Combinators.combine(part, part).as((of, index) -> new Node.Index(of, index, 0)),
                parts.map(elements -> new Node.Elements(elements, 0)),
                part.map(argument -> new Node.Call(Function.STRING_LEN, List.of(argument), 0)),
                parts.map(arguments -> new Node.Call(Function.ARRAYS_FLATTEN, arguments, 0)),
                Combinators.combine(Arbitraries.of(Sign.values()), part)
                        .as((sign, operand) -> new Node.Unary(sign, operand, 0)),
                Combinators.combine(part, term(part).list().ofMinSize(1).ofMaxSize(3))
                        .as((first, rest) -> new Node.Sum(first, rest, 0)),
                Combinators.combine(comparison(), part, part)
                        .as((comparison, left, right) -> new Node.Relation(comparison, left, right, 0)),
                parts.map(operands -> new Node.Junction(Connective.AND, operands, 0)),
                parts.map(operands -> new Node.Junction(Connective.OR, operands, 0)),
                Combinators.combine(part, part, part).as((c, then, other) -> new Node.Conditional(c, then, other, 0)),
                Combinators.combine(part, part).as((value, other) -> new Node.Elvis(value, other, 0)));
    }

    private static Arbitrary<Node> leaf() {
        return Arbitraries.oneOf(
                name().filter(name -> !Keywords.has(name)).map(name -> new Node.Name(name, 0)),
                Arbitraries.longs().greaterOrEqual(0).map(n -> new Node.Literal(AttributeValue.of(n), 0)),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000))
                        .ofScale(3)
                        .map(n -> new Node.Literal(AttributeValue.of(n), 0)),
                Arbitraries.strings().ofMaxLength(8).map(text -> new Node.Literal(AttributeValue.of(text), 0)),
                Arbitraries.of(true, false).map(bool -> new Node.Literal(AttributeValue.of(bool), 0)),
                Arbitraries.just(new Node.Literal(AttributeValue.NULL, 0)));
    }

    private static Arbitrary<String> name() {
        return Arbitraries.of("user", "source", "not", "String", "x", "_1", "AND", "firstName", "matches");
    }

    private static Arbitrary<Term> term(Arbitrary<Node> operand) {
        return Combinators.combine(Arbitraries.of(true, false), operand).as((adds, node) -> new Term(adds, node, 0));
    }

    /** Leaves {@code matches} out: a literal beside it would have to be a pattern. */
    private static Arbitrary<Comparison> comparison() {
        return Arbitraries.of(Comparison.values()).filter(comparison -> comparison != Comparison.MATCHES);
    }

    /** Writes a tree with everything in it but positions. */
    static String shape(Node node) {
        if (node instanceof Node.Literal literal) {
            return literal.value().getClass().getSimpleName() + "<"
                    + literal.value().asText() + ">";
        }
        if (node instanceof Node.Name name) {
            return "name " + name.name();
        }
        if (node instanceof Node.Member member) {
            return "(member " + shape(member.of()) + " " + member.name() + ")";
        }
        if (node instanceof Node.Index index) {
            return "(index " + shape(index.of()) + " " + shape(index.index()) + ")";
        }
        if (node instanceof Node.Call call) {
            return "(" + call.function() + shapes(call.arguments()) + ")";
        }
        if (node instanceof Node.Elements elements) {
            return "{" + shapes(elements.elements()) + "}";
        }
        if (node instanceof Node.Unary unary) {
            return "(" + unary.sign() + " " + shape(unary.operand()) + ")";
        }
        if (node instanceof Node.Sum sum) {
            StringBuilder rest = new StringBuilder();
            sum.rest().forEach(term -> rest.append(term.adds() ? " + " : " - ").append(shape(term.operand())));
            return "(sum " + shape(sum.first()) + rest + ")";
        }
        if (node instanceof Node.Relation relation) {
            return "(" + relation.comparison() + " " + shape(relation.left()) + " " + shape(relation.right()) + ")";
        }
        if (node instanceof Node.Junction junction) {
            return "(" + junction.connective() + shapes(junction.operands()) + ")";
        }
        if (node instanceof Node.Conditional choice) {
            return "(if " + shapes(List.of(choice.condition(), choice.then(), choice.otherwise())) + ")";
        }
        Node.Elvis elvis = (Node.Elvis) node;
        return "(elvis " + shape(elvis.value()) + " " + shape(elvis.otherwise()) + ")";
    }

    private static String shapes(List<Node> nodes) {
        StringBuilder shapes = new StringBuilder();
        nodes.forEach(node -> shapes.append(' ').append(shape(node)));
        return shapes.toString();
    }
}
