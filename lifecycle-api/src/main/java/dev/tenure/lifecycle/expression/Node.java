package dev.tenure.lifecycle.expression;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.List;

/**
 * A part of an expression's tree. Brackets leave no node. Chains of operators may make a tree thousands of nodes deep, so
 * whoever walks one does it in a loop.
 */
public sealed interface Node {

    /**
     * Gives the place of the part that names it: an operator's sign, a function's name, a literal's first character.
     *
     * @return the offset into the expression's text, from 0
     */
    int position();

    /**
     * Writes the part in the canonical spelling of {@link Expression#print()}.
     *
     * @return the part's text
     */
    default String print() {
        return Printer.print(this);
    }

    /**
     * A value written down.
     *
     * @param value text, a number that is not negative, a truth value or null
     * @param position the offset of its first character
     */
    record Literal(AttributeValue value, int position) implements Node {}

    /**
     * A name by itself: a profile, or an attribute of the source.
     *
     * @param name the name
     * @param position its offset
     */
    record Name(String name, int position) implements Node {}

    /**
     * An attribute of a profile: {@code of.name}.
     *
     * @param of what should be a profile
     * @param name the attribute
     * @param position the name's offset
     */
    record Member(Node of, String name, int position) implements Node {}

    /**
     * An element of an array: {@code of[index]}.
     *
     * @param of what should be an array
     * @param index which element, from 0
     * @param position the opening bracket's offset
     */
    record Index(Node of, Node index, int position) implements Node {}

    /**
     * A call of a function.
     *
     * @param function the function
     * @param arguments as many as it takes
     * @param position the offset of the function's name
     */
    record Call(Function function, List<Node> arguments, int position) implements Node {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * An array written down: {@code {1, 2}}.
     *
     * @param elements its elements
     * @param position the opening brace's offset
     */
    record Elements(List<Node> elements, int position) implements Node {
        /** Copies the list. */
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A sign before an operand.
     *
     * @param sign the sign
     * @param operand what it is applied to
     * @param position the sign's offset
     */
    record Unary(Sign sign, Node operand, int position) implements Node {}

    /**
     * Operands added, joined or subtracted from left to right.
     *
     * @param first the first operand
     * @param rest the others, one at least, each with its sign
     * @param position the first sign's offset
     */
    record Sum(Node first, List<Term> rest, int position) implements Node {
        /** Copies the list. */
        public Sum {
            rest = List.copyOf(rest);
        }
    }

    /**
     * An operand of a sum after the first.
     *
     * @param adds true after {@code +}, false after {@code -}
     * @param operand the operand
     * @param position the sign's offset
     */
    record Term(boolean adds, Node operand, int position) {}

    /**
     * Two operands compared.
     *
     * @param comparison how
     * @param left the left operand
     * @param right the right operand
     * @param position the operator's offset
     */
    record Relation(Comparison comparison, Node left, Node right, int position) implements Node {}

    /**
     * Operands joined by AND alone or by OR alone, from left to right until one decides.
     *
     * @param connective AND or OR
     * @param operands two at least
     * @param position the first operator's offset
     */
    record Junction(Connective connective, List<Node> operands, int position) implements Node {
        /** Copies the list. */
        public Junction {
            operands = List.copyOf(operands);
        }
    }

    /**
     * A choice: {@code condition ? then : otherwise}.
     *
     * @param condition what decides
     * @param then the value where the condition is true
     * @param otherwise the value where it is false
     * @param position the question mark's offset
     */
    record Conditional(Node condition, Node then, Node otherwise, int position) implements Node {}

    /**
     * A value with a default for null and empty text: {@code value ?: otherwise}.
     *
     * @param value the value
     * @param otherwise the default
     * @param position the operator's offset
     */
    record Elvis(Node value, Node otherwise, int position) implements Node {}

    /** Signs before an operand. */
    enum Sign {
        /** {@code !} or {@code NOT}: the opposite of a truth value. */
        NOT("!"),
        /** {@code -}: a number with its sign changed. */
        MINUS("-");

        private final String symbol;

        Sign(String symbol) {
            this.symbol = symbol;
        }

        /**
         * Gives the sign as it is printed.
         *
         * @return the sign
         */
        public String symbol() {
            return symbol;
        }
    }

    /** What joins truth values. */
    enum Connective {
        /** True if all are. */
        AND,
        /** True if one is. */
        OR
    }

    /** Ways to compare. */
    enum Comparison {
        /** Equal. */
        EQUAL("=="),
        /** Not equal. */
        NOT_EQUAL("!="),
        /** Less, of numbers. */
        LESS("<"),
        /** Greater, of numbers. */
        GREATER(">"),
        /** Less or equal, of numbers. */
        AT_MOST("<="),
        /** Greater or equal, of numbers. */
        AT_LEAST(">="),
        /** The whole text on the left matches the regular expression on the right. */
        MATCHES("matches");

        private final String symbol;

        Comparison(String symbol) {
            this.symbol = symbol;
        }

        /**
         * Gives the operator as it is printed.
         *
         * @return the operator
         */
        public String symbol() {
            return symbol;
        }
    }
}
