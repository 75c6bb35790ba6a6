package dev.tenure.lifecycle.expression;

import java.io.Serial;

/**
 * Says that an expression is not one, or that it could not be evaluated: what is wrong, and where. The message has the
 * place and, on lines of their own, the line of the expression with a caret under it. It holds text of the expression and
 * never a value that the expression worked on.
 */
public final class ExpressionException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final int position;
    private final int line;
    private final int column;
    private final String excerpt;

    /**
     * Reports a problem of an expression.
     *
     * @param text the expression
     * @param position where the problem is, as an offset into the text
     * @param problem what is wrong or what was expected, as a part of a sentence
     */
    ExpressionException(String text, int position, String problem) {
        this(new Place(text, position), position, problem);
    }

    private ExpressionException(Place place, int position, String problem) {
        super(problem + " at line " + place.line() + ", column " + place.column() + "\n" + place.excerpt());
        this.problem = problem;
        this.position = position;
        this.line = place.line();
        this.column = place.column();
        this.excerpt = place.excerpt();
    }

    /**
     * Gives what is wrong or what was expected, without the place.
     *
     * @return a part of a sentence, such as {@code expected ',' or ')'}
     */
    public String problem() {
        return problem;
    }

    /**
     * Gives the place as an offset.
     *
     * @return the offset into the expression's text, from 0
     */
    public int position() {
        return position;
    }

    /**
     * Gives the line of the place.
     *
     * @return the line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Gives the column of the place.
     *
     * @return the column in UTF-16 units, from 1
     */
    public int column() {
        return column;
    }

    /**
     * Shows the place: the line of the expression, cut where it is long, and under it a caret.
     *
     * @return two lines
     */
    public String excerpt() {
        return excerpt;
    }
}
