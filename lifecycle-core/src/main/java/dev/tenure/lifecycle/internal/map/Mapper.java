package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.expression.ExpressionException;
import dev.tenure.lifecycle.mapping.Apply;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.MappingRow;
import dev.tenure.lifecycle.mapping.NullPolicy;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.mapping.RowFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A mapping compiled: evaluates every row once for a worker (rule M5). Immutable, for any number of threads. */
public final class Mapper {

    private final AttributeMapping mapping;
    private final List<CompiledRow> rows;
    private final Set<String> createOnly;
    private final Map<String, NullPolicy> nullPolicies;

    private Mapper(AttributeMapping mapping, List<CompiledRow> rows) {
        this.mapping = mapping;
        this.rows = rows;
        this.createOnly = mapping.rows().stream()
                .filter(row -> row.apply() == Apply.ON_CREATE)
                .map(MappingRow::attribute)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, NullPolicy> policies = new HashMap<>();
        for (MappingRow row : mapping.rows()) {
            if (row.whenNull() != NullPolicy.FOLLOW_POLICY) {
                policies.put(row.attribute(), row.whenNull());
            }
        }
        this.nullPolicies = Map.copyOf(policies);
    }

    /**
     * Compiles a mapping whose target takes any value.
     *
     * @param mapping the mapping
     * @return the mapper
     */
    public static Mapper of(AttributeMapping mapping) {
        return of(mapping, Optional.empty());
    }

    /**
     * Compiles a mapping whose values are checked against the target's schema.
     *
     * @param mapping the mapping
     * @param target the schema of the target, if it has one
     * @return the mapper
     */
    public static Mapper of(AttributeMapping mapping, Optional<AttributeSchema> target) {
        List<CompiledRow> rows = new ArrayList<>();
        for (MappingRow row : mapping.rows()) {
            rows.add(CompiledRow.of(row, target.flatMap(schema -> schema.find(row.attribute()))));
        }
        return new Mapper(mapping, List.copyOf(rows));
    }

    /**
     * Evaluates every row.
     *
     * @param input what the expressions can see
     * @return the values, what could not be evaluated, and what needed something that was not read
     */
    public Profile map(MappingInput input) {
        Attributes.Builder values = Attributes.builder();
        List<RowFault> faults = new ArrayList<>();
        Map<String, String> notRead = new LinkedHashMap<>();
        Evaluation evaluation = new Evaluation(input, mapping.absentText(), null);
        for (CompiledRow row : rows) {
            try {
                AttributeValue value = row.evaluate(evaluation);
                if (evaluation.notRead() == null) {
                    values.put(row.attribute(), row.check(value));
                }
            } catch (ExpressionException fault) {
                if (evaluation.notRead() == null) {
                    faults.add(row.fault(fault));
                }
            } catch (Fault fault) {
                faults.add(row.fault(fault));
            }
            String missing = evaluation.notRead();
            if (missing != null) {
                notRead.put(row.attribute(), missing);
            }
        }
        return new Profile(values.build(), createOnly, nullPolicies, faults, notRead);
    }

    /** Names the attributes. */
    @Override
    public String toString() {
        return "Mapper of " + mapping;
    }
}
