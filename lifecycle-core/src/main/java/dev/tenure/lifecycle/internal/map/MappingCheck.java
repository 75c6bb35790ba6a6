package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.expression.NearestName;
import dev.tenure.lifecycle.expression.Node;
import dev.tenure.lifecycle.expression.Reference;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.MappingProblem;
import dev.tenure.lifecycle.mapping.MappingRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a mapping against the schemas at its two ends, before any worker is mapped. */
public final class MappingCheck {

    /** What the language binds, so that a bare name of these is no attribute. */
    private static final Set<String> PROFILES =
            Set.of("user", "appuser", "appUser", "source", "app", "target_app", "org", "idpuser");

    private final Map<String, AttributeSchema> profiles;
    private final AttributeSchema target;
    private final List<MappingProblem> problems = new ArrayList<>();

    private MappingCheck(Map<String, AttributeSchema> profiles, AttributeSchema target) {
        this.profiles = profiles;
        this.target = target;
    }

    /**
     * Checks a mapping whose left side is {@code source}, {@code appuser} and bare names.
     *
     * @param mapping the mapping
     * @param source the schema of its left side, if that has one
     * @param target the schema of its right side
     * @return what is wrong, in the order of the rows
     */
    public static List<MappingProblem> check(
            AttributeMapping mapping, Optional<AttributeSchema> source, AttributeSchema target) {
        Map<String, AttributeSchema> profiles = new HashMap<>();
        source.ifPresent(schema -> {
            profiles.put("source", schema);
            profiles.put("appuser", schema);
            profiles.put("appUser", schema);
        });
        return check(mapping, profiles, target);
    }

    /**
     * Checks a mapping whose expressions see profiles with schemas.
     *
     * @param mapping the mapping
     * @param profiles schemas by the name that expressions use; bare names are those of {@code source}
     * @param target the schema of its right side
     * @return what is wrong, in the order of the rows
     */
    public static List<MappingProblem> check(
            AttributeMapping mapping, Map<String, AttributeSchema> profiles, AttributeSchema target) {
        MappingCheck check = new MappingCheck(Map.copyOf(profiles), target);
        mapping.rows().forEach(check::check);
        return List.copyOf(check.problems);
    }

    private void check(MappingRow row) {
        row.expression().references().forEach(reference -> checkReference(row, reference));
        Optional<AttributeDefinition> definition = target.find(row.attribute());
        if (definition.isEmpty()) {
            Optional<String> nearest = NearestName.of(row.attribute(), target.names());
            report(
                    row,
                    "the target has no such attribute",
                    nearest.map(name -> "did you mean '" + name + "'?").orElse("define it there or take the row out"));
        } else if (definition.get().readOnly()) {
            report(row, "the target's attribute is read-only", "take the row out");
        } else {
            checkResults(row, definition.get());
        }
    }

    private void checkReference(MappingRow row, Reference reference) {
        if (reference.isBare()
                && (PROFILES.contains(reference.attribute()) || profiles.containsKey(reference.attribute()))) {
            return;
        }
        AttributeSchema schema = profiles.get(reference.isBare() ? "source" : reference.profile());
        if (schema != null && schema.find(reference.attribute()).isEmpty()) {
            String hint = NearestName.of(reference.attribute(), schema.names())
                    .map(name -> "did you mean '" + name + "'?")
                    .orElse("add it to the source's custom attributes or change the expression");
            report(row, "'" + reference + "' is not an attribute of the source", hint);
        }
    }

    private void checkResults(MappingRow row, AttributeDefinition definition) {
        ResultTypes types = new ResultTypes(profiles);
        for (Node result : ResultTypes.results(row.expression().tree())) {
            Optional<AttributeType> type = types.of(result);
            if (type.isPresent() && !fits(type.get(), definition.type())) {
                report(
                        row,
                        "'" + shown(result.print()) + "' is " + named(type.get()) + " but the target's attribute is "
                                + named(definition.type()),
                        remedy(definition.type()));
            } else if (result instanceof Node.Literal literal) {
                checkLiteral(row, literal, definition);
            }
        }
    }

    private void checkLiteral(MappingRow row, Node.Literal literal, AttributeDefinition definition) {
        try {
            new ValueCheck(definition).convert(literal.value());
        } catch (Fault refused) {
            report(row, "'" + shown(literal.print()) + "': " + refused.problem(), "");
        }
    }

    private void report(MappingRow row, String what, String remedy) {
        problems.add(new MappingProblem(row.attribute(), what, remedy));
    }

    /** Says whether a value of one type can be one of another; whether this one is, its check tells. */
    private static boolean fits(AttributeType from, AttributeType to) {
        return switch (to) {
            case STRING, DATE -> from == AttributeType.STRING || from == AttributeType.DATE;
            case INTEGER, NUMBER, DECIMAL ->
                from == AttributeType.INTEGER || from == AttributeType.NUMBER || from == AttributeType.DECIMAL;
            case BOOLEAN, ARRAY -> from == to;
        };
    }

    private static String remedy(AttributeType wanted) {
        return switch (wanted) {
            case STRING -> "join it to '' to make it text";
            case INTEGER -> "use Convert.toInt";
            case NUMBER, DECIMAL -> "use Convert.toNum";
            case ARRAY -> "write '{ }' around it";
            case BOOLEAN -> "compare it with '=='";
            case DATE -> "give a date such as 2026-03-02";
        };
    }

    private static String named(AttributeType type) {
        String name = type.name().toLowerCase(Locale.ROOT);
        return (type == AttributeType.INTEGER || type == AttributeType.ARRAY ? "an " : "a ") + name;
    }

    private static String shown(String expression) {
        return expression.length() <= 80 ? expression : expression.substring(0, 80) + "...";
    }
}
