package dev.tenure.lifecycle.expression;

import java.util.List;

/**
 * One expression of the mapping language: its text, the tree it was parsed to, and what it refers to. Immutable. Two
 * expressions are equal when they are the same tree, however they are spaced or bracketed.
 *
 * <p>Parsing is bounded: a text of more than {@value #MAX_LENGTH} characters, or one whose brackets, calls and unary signs
 * nest more than {@value #MAX_DEPTH} deep, is refused like any other bad text.
 */
public final class Expression {

    /** The greatest length of an expression's text, in UTF-16 units. */
    public static final int MAX_LENGTH = 20_000;

    /** How deep brackets, calls and unary signs may nest. Chains of operators do not count. */
    public static final int MAX_DEPTH = 64;

    private final String text;
    private final Node tree;
    private final String printed;
    private final List<Reference> references;

    private Expression(String text, Node tree) {
        this.text = text;
        this.tree = tree;
        this.printed = Printer.print(tree);
        this.references = References.in(tree);
    }

    /**
     * Parses an expression.
     *
     * @param text the expression
     * @return the expression, parsed
     * @throws ExpressionException if the text is not an expression, names an unknown function, gives a function the wrong
     *     number of arguments, has a bad regular expression, or passes a bound
     */
    public static Expression parse(String text) {
        return new Expression(text, Parser.parse(text));
    }

    /**
     * Gives the text as it was written.
     *
     * @return the text that was parsed
     */
    public String text() {
        return text;
    }

    /**
     * Gives the tree. Positions in it are offsets into {@link #text()}.
     *
     * @return the root
     */
    public Node tree() {
        return tree;
    }

    /**
     * Gives the expression in its canonical spelling: one blank around operators, text in double quotes, no bracket that
     * is not needed, functions by their full names. Parsed again it gives the same tree.
     *
     * @return the canonical text
     */
    public String print() {
        return printed;
    }

    /**
     * Gives the names that the expression refers to, in the order of the text, those of branches that may never be taken
     * included. What a function finds by itself is not among them.
     *
     * @return the references, unmodifiable
     */
    public List<Reference> references() {
        return references;
    }

    /**
     * Makes the exception that reports a fault found while this expression was evaluated.
     *
     * @param problem what is wrong, without any value
     * @param position where, as an offset into {@link #text()}
     * @return the exception, not thrown
     */
    public ExpressionException fault(String problem, int position) {
        return new ExpressionException(text, position, problem);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && printed.equals(that.printed);
    }

    @Override
    public int hashCode() {
        return printed.hashCode();
    }

    /** Returns the text, which is configuration and holds no data of a person. */
    @Override
    public String toString() {
        return text;
    }
}
