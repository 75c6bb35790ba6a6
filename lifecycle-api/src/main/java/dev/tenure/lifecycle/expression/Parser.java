package dev.tenure.lifecycle.expression;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.Node.Comparison;
import dev.tenure.lifecycle.expression.Node.Connective;
import dev.tenure.lifecycle.expression.Node.Sign;
import dev.tenure.lifecycle.expression.Node.Term;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recursive descent, a method for each line of the grammar. Only brackets, calls and unary signs recurse, and they are
 * counted; chains are loops, that of {@code ? :} with a stack of its own.
 */
final class Parser {

    private static final Set<String> NAMESPACES =
            Set.of("String", "Arrays", "Convert", "Iso3166Convert", "Time", "user");

    private final String text;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(String text) {
        this.text = text;
        this.tokens = Lexer.read(text);
    }

    static Node parse(String text) {
        if (text.length() > Expression.MAX_LENGTH) {
            throw new ExpressionException(
                    text,
                    Expression.MAX_LENGTH,
                    "an expression has at most " + Expression.MAX_LENGTH + " characters, this one has "
                            + text.length());
        }
        Parser parser = new Parser(text);
        Node tree = parser.expression();
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.expected("an operator or the end");
        }
        return tree;
    }

    /** A choice or default whose last part is still to come. */
    private sealed interface Open {
        record Then(Node condition, int position) implements Open {}

        record Otherwise(Node condition, Node then, int position) implements Open {}

        record Default(Node value, int position) implements Open {}
    }

    private Node expression() {
        Deque<Open> open = new ArrayDeque<>();
        while (true) {
            Node operand = or();
            int position = peek().position();
            if (accept("?")) {
                open.push(new Open.Then(operand, position));
            } else if (accept("?:")) {
                open.push(new Open.Default(operand, position));
            } else {
                Optional<Node> whole = close(open, operand);
                if (whole.isPresent()) {
                    return whole.get();
                }
            }
        }
    }

    /** Closes what the value completes; gives nothing where a choice still waits for its other branch. */
    private Optional<Node> close(Deque<Open> open, Node last) {
        Node value = last;
        while (!open.isEmpty()) {
            Open top = open.pop();
            if (top instanceof Open.Then then) {
                if (!accept(":")) {
                    throw expected("':'");
                }
                open.push(new Open.Otherwise(then.condition(), value, then.position()));
                return Optional.empty();
            }
            if (top instanceof Open.Otherwise otherwise) {
                value = new Node.Conditional(otherwise.condition(), otherwise.then(), value, otherwise.position());
            } else if (top instanceof Open.Default elvis) {
                value = new Node.Elvis(elvis.value(), value, elvis.position());
            }
        }
        return Optional.of(value);
    }

    private Node or() {
        Node first = and();
        if (!isOr()) {
            return first;
        }
        int position = peek().position();
        List<Node> operands = new ArrayList<>(List.of(first));
        while (isOr()) {
            at++;
            operands.add(and());
        }
        return new Node.Junction(Connective.OR, operands, position);
    }

    private boolean isOr() {
        return peek().is("||") || peek().isWord("or");
    }

    private Node and() {
        Node first = relation();
        if (!isAnd()) {
            return first;
        }
        int position = peek().position();
        List<Node> operands = new ArrayList<>(List.of(first));
        while (isAnd()) {
            at++;
            operands.add(relation());
        }
        return new Node.Junction(Connective.AND, operands, position);
    }

    private boolean isAnd() {
        return peek().is("&&") || peek().isWord("and");
    }

    private Node relation() {
        Node left = sum();
        Optional<Comparison> comparison = comparison();
        if (comparison.isEmpty()) {
            return left;
        }
        int position = next().position();
        int patternAt = peek().position();
        Node right = sum();
        if (comparison().isPresent()) {
            throw new ExpressionException(text, peek().position(), "comparisons do not chain; use brackets");
        }
        if (comparison.get() == Comparison.MATCHES) {
            checkPattern(right, patternAt);
        }
        return new Node.Relation(comparison.get(), left, right, position);
    }

    private Optional<Comparison> comparison() {
        Token token = peek();
        for (Comparison comparison : Comparison.values()) {
            if (token.is(comparison.symbol()) || token.isWord(comparison.symbol())) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }

    private Node sum() {
        Node first = unary();
        if (!peek().is("+") && !peek().is("-")) {
            return first;
        }
        int position = peek().position();
        List<Term> rest = new ArrayList<>();
        while (peek().is("+") || peek().is("-")) {
            Token sign = next();
            rest.add(new Term(sign.text().equals("+"), unary(), sign.position()));
        }
        return new Node.Sum(first, rest, position);
    }

    private Node unary() {
        Token token = peek();
        boolean not = token.is("!") || token.isWord("not");
        if (!not && !token.is("-")) {
            return postfix();
        }
        at++;
        enter(token);
        Node operand = unary();
        depth--;
        return new Node.Unary(not ? Sign.NOT : Sign.MINUS, operand, token.position());
    }

    private Node postfix() {
        Node value = primary();
        while (true) {
            Token token = peek();
            if (accept(".")) {
                value = member(value);
            } else if (accept("[")) {
                enter(token);
                Node index = expression();
                expect("]");
                value = new Node.Index(value, index, token.position());
            } else {
                return value;
            }
        }
    }

    private Node member(Node of) {
        Token name = next();
        if (name.kind() != Token.Kind.NAME) {
            at--;
            throw expected("the name of an attribute");
        }
        if (peek().is("(")) {
            throw new ExpressionException(
                    text, name.position(), "values have no methods, so " + name.describe() + " cannot be called here");
        }
        return new Node.Member(of, name.text(), name.position());
    }

    private Node primary() {
        Token token = peek();
        switch (token.kind()) {
            case INTEGER, DECIMAL -> {
                at++;
                return new Node.Literal(number(token), token.position());
            }
            case TEXT -> {
                at++;
                return new Node.Literal(AttributeValue.of(token.text()), token.position());
            }
            case NAME -> {
                return name(token);
            }
            default -> {
                if (accept("(")) {
                    enter(token);
                    Node inner = expression();
                    expect(")");
                    return inner;
                }
                if (accept("{")) {
                    return new Node.Elements(list(token, "}"), token.position());
                }
                throw expected("a value, a name or a function");
            }
        }
    }

    private AttributeValue number(Token token) {
        if (token.kind() == Token.Kind.DECIMAL) {
            return AttributeValue.of(new BigDecimal(token.text()));
        }
        try {
            return AttributeValue.of(Long.parseLong(token.text()));
        } catch (NumberFormatException beyond64Bits) {
            throw new ExpressionException(text, token.position(), "an integer has at most 64 bits");
        }
    }

    private Node name(Token token) {
        if (token.isKeyword()) {
            AttributeValue constant = constant(token);
            at++;
            return new Node.Literal(constant, token.position());
        }
        if (tokens.get(at + 1).is("(")) {
            at++;
            return call(token.text(), token);
        }
        if (NAMESPACES.contains(token.text())
                && tokens.get(at + 1).is(".")
                && tokens.get(at + 2).kind() == Token.Kind.NAME
                && tokens.get(at + 3).is("(")) {
            String function = token.text() + "." + tokens.get(at + 2).text();
            at += 3;
            return call(function, token);
        }
        at++;
        return new Node.Name(token.text(), token.position());
    }

    private AttributeValue constant(Token token) {
        if (token.isWord("null")) {
            return AttributeValue.NULL;
        }
        if (token.isWord("true")) {
            return AttributeValue.of(true);
        }
        if (token.isWord("false")) {
            return AttributeValue.of(false);
        }
        throw expected("a value, a name or a function");
    }

    /** Reads the arguments of a function whose name was read; the opening bracket is next. */
    private Node call(String name, Token token) {
        Function function = Function.find(name)
                .orElseThrow(() -> new ExpressionException(
                        text, token.position(), "unknown function '" + shorten(name) + "'" + FunctionHint.of(name)));
        Token bracket = next();
        int firstAt = peek().position();
        List<Node> arguments = list(bracket, ")");
        if (!function.takes(arguments.size())) {
            throw new ExpressionException(
                    text, token.position(), "'" + name + "' takes " + function.arity() + ", not " + arguments.size());
        }
        if (function == Function.IS_MEMBER_OF_GROUP_NAME_REGEX) {
            checkPattern(arguments.get(0), firstAt);
        }
        return new Node.Call(function, arguments, token.position());
    }

    /** Reads expressions between commas and the bracket that closes them; the opening one was read. */
    private List<Node> list(Token opening, String closing) {
        enter(opening);
        List<Node> elements = new ArrayList<>();
        if (!peek().is(closing)) {
            elements.add(expression());
            while (accept(",")) {
                elements.add(expression());
            }
            if (!peek().is(closing)) {
                throw expected("',' or '" + closing + "'");
            }
        }
        expect(closing);
        return elements;
    }

    private void checkPattern(Node node, int position) {
        if (node instanceof Node.Literal literal && literal.value() instanceof AttributeValue.Text pattern) {
            try {
                TextPattern.compile(pattern.value());
            } catch (IllegalArgumentException refused) {
                throw new ExpressionException(text, position, String.valueOf(refused.getMessage()));
            }
        }
    }

    private void enter(Token token) {
        if (++depth > Expression.MAX_DEPTH) {
            throw new ExpressionException(
                    text,
                    token.position(),
                    "brackets, calls and unary signs nest at most " + Expression.MAX_DEPTH + " deep");
        }
    }

    private void expect(String closing) {
        if (!accept(closing)) {
            throw expected("'" + closing + "'");
        }
        depth--;
    }

    private ExpressionException expected(String what) {
        Token found = peek();
        return new ExpressionException(text, found.position(), "expected " + what + " but found " + found.describe());
    }

    private boolean accept(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            at++;
        }
        return found;
    }

    private Token peek() {
        return tokens.get(at);
    }

    /** Gives the next token and goes on, but never past the end. */
    private Token next() {
        Token token = tokens.get(at);
        at++;
        return token;
    }

    private static String shorten(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "...";
    }
}
