package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.Function;
import dev.tenure.lifecycle.expression.Node;
import dev.tenure.lifecycle.expression.Node.Sign;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the types of an expression's results, as far as its text and the schemas of its profiles say them. */
final class ResultTypes {

    private final Map<String, AttributeSchema> profiles;

    ResultTypes(Map<String, AttributeSchema> profiles) {
        this.profiles = profiles;
    }

    /** Gives the parts of a tree that may become its value: the branches of its choices. */
    static List<Node> results(Node tree) {
        List<Node> results = new ArrayList<>();
        Deque<Node> todo = new ArrayDeque<>();
        todo.push(tree);
        while (!todo.isEmpty()) {
            Node node = todo.pop();
            if (node instanceof Node.Conditional conditional) {
                todo.push(conditional.otherwise());
                todo.push(conditional.then());
            } else if (node instanceof Node.Elvis elvis) {
                todo.push(elvis.otherwise());
                todo.push(elvis.value());
            } else {
                results.add(node);
            }
        }
        return results;
    }

    /** Gives the type of a part that is no choice; nothing where only an evaluation can tell, or for null. */
    Optional<AttributeType> of(Node node) {
        if (node instanceof Node.Literal literal) {
            return ofLiteral(literal.value());
        }
        if (node instanceof Node.Name name) {
            return attribute("source", name.name());
        }
        if (node instanceof Node.Member member) {
            return member.of() instanceof Node.Name profile
                    ? attribute(profile.name(), member.name())
                    : Optional.empty();
        }
        if (node instanceof Node.Call call) {
            return ofCall(call.function());
        }
        if (node instanceof Node.Sum sum) {
            return isText(sum.first()) || sum.rest().stream().anyMatch(term -> isText(term.operand()))
                    ? Optional.of(AttributeType.STRING)
                    : Optional.empty();
        }
        if (node instanceof Node.Unary unary) {
            return Optional.of(unary.sign() == Sign.NOT ? AttributeType.BOOLEAN : AttributeType.NUMBER);
        }
        if (node instanceof Node.Relation || node instanceof Node.Junction) {
            return Optional.of(AttributeType.BOOLEAN);
        }
        return node instanceof Node.Elements ? Optional.of(AttributeType.ARRAY) : Optional.empty();
    }

    private static boolean isText(Node node) {
        return node instanceof Node.Literal literal && literal.value() instanceof AttributeValue.Text;
    }

    private Optional<AttributeType> attribute(String profile, String name) {
        return Optional.ofNullable(profiles.get(profile))
                .flatMap(schema -> schema.find(name))
                .map(AttributeDefinition::type);
    }

    private static Optional<AttributeType> ofLiteral(AttributeValue value) {
        if (value instanceof AttributeValue.Text) {
            return Optional.of(AttributeType.STRING);
        }
        if (value instanceof AttributeValue.Bool) {
            return Optional.of(AttributeType.BOOLEAN);
        }
        if (value instanceof AttributeValue.Int) {
            return Optional.of(AttributeType.INTEGER);
        }
        return value instanceof AttributeValue.Decimal ? Optional.of(AttributeType.DECIMAL) : Optional.empty();
    }

    private static Optional<AttributeType> ofCall(Function function) {
        return switch (function) {
            case STRING_LEN, ARRAYS_SIZE, CONVERT_TO_INT -> Optional.of(AttributeType.INTEGER);
            case CONVERT_TO_NUM -> Optional.of(AttributeType.DECIMAL);
            case STRING_STARTS_WITH,
                    STRING_CONTAINS,
                    ARRAYS_CONTAINS,
                    ARRAYS_IS_EMPTY,
                    IS_MEMBER_OF_GROUP,
                    IS_MEMBER_OF_ANY_GROUP,
                    IS_MEMBER_OF_GROUP_NAME,
                    IS_MEMBER_OF_GROUP_NAME_STARTS_WITH,
                    IS_MEMBER_OF_GROUP_NAME_CONTAINS,
                    IS_MEMBER_OF_GROUP_NAME_REGEX,
                    HAS_WORKDAY_USER,
                    HAS_DIRECTORY_USER -> Optional.of(AttributeType.BOOLEAN);
            case ARRAYS_ADD, ARRAYS_REMOVE, ARRAYS_CLEAR, ARRAYS_FLATTEN -> Optional.of(AttributeType.ARRAY);
            case ARRAYS_GET,
                    FIND_WORKDAY_USER,
                    FIND_DIRECTORY_USER,
                    GET_MANAGER_USER,
                    GET_MANAGER_APP_USER,
                    GET_ASSISTANT_USER,
                    GET_ASSISTANT_APP_USER,
                    USER_GET_LINKED_OBJECT -> Optional.empty();
            default -> Optional.of(AttributeType.STRING);
        };
    }
}
