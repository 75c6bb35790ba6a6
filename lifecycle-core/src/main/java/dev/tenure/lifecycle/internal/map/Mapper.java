package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.mapping.Apply;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.MappingRow;
import dev.tenure.lifecycle.mapping.NullPolicy;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.mapping.RowFault;
import dev.tenure.lifecycle.mapping.RowPreview;
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

    /** An array: to walk over a list's iterator costs a tenth of a mapping that mostly copies. */
    private final CompiledRow[] rows;

    private final Set<String> createOnly;
    private final Map<String, NullPolicy> nullPolicies;
    private final Attributes names;

    private Mapper(AttributeMapping mapping, CompiledRow[] rows) {
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
        Attributes.Builder named = Attributes.builder();
        for (CompiledRow row : rows) {
            named.put(row.attribute(), AttributeValue.NULL);
        }
        this.names = named.build();
    }

    /**
     * Compiles a mapping of which nothing is known but its rows.
     *
     * @param mapping the mapping
     * @return the mapper
     */
    public static Mapper of(AttributeMapping mapping) {
        return of(mapping, Optional.empty(), Optional.empty());
    }

    /**
     * Compiles a mapping between two schemas. A bare name that the source's schema has is an attribute, read or not; values
     * are checked against the target's.
     *
     * @param mapping the mapping
     * @param source the schema of the source, if it has one
     * @param target the schema of the target, if it has one
     * @return the mapper
     */
    public static Mapper of(
            AttributeMapping mapping, Optional<AttributeSchema> source, Optional<AttributeSchema> target) {
        Set<String> known = source.map(AttributeSchema::names).orElse(Set.of());
        List<CompiledRow> rows = new ArrayList<>();
        for (MappingRow row : mapping.rows()) {
            rows.add(CompiledRow.of(row, known, target.flatMap(schema -> schema.find(row.attribute()))));
        }
        return new Mapper(mapping, rows.toArray(CompiledRow[]::new));
    }

    /**
     * Evaluates every row.
     *
     * @param input what the expressions can see
     * @return the values, what could not be evaluated, and what needed something that was not read
     */
    public Profile map(MappingInput input) {
        Attributes.Builder values = Attributes.builderLike(names);
        List<RowFault> faults = List.of();
        Map<String, String> notRead = Map.of();
        Evaluation evaluation = new Evaluation(input, mapping.absentText(), null);
        for (CompiledRow row : rows) {
            AttributeValue value = row.evaluate(evaluation);
            if (value != null) {
                values.put(row.attribute(), value);
                continue;
            }
            String missing = evaluation.notRead();
            String fault = evaluation.fault();
            if (missing != null) {
                notRead = notRead.isEmpty() ? new LinkedHashMap<>() : notRead;
                notRead.put(row.attribute().text(), missing);
            } else if (fault != null) {
                faults = faults.isEmpty() ? new ArrayList<>() : faults;
                faults.add(new RowFault(row.attribute().text(), fault));
            }
        }
        return new Profile(values.build(), createOnly, nullPolicies, faults, notRead);
    }

    /**
     * Evaluates every row and shows how it came to its value.
     *
     * @param input what the expressions can see
     * @return one preview for each row, in order, without what the target has
     */
    public List<RowPreview> preview(MappingInput input) {
        List<RowPreview> previews = new ArrayList<>();
        for (CompiledRow row : rows) {
            RowTrace trace = new RowTrace();
            Evaluation evaluation = new Evaluation(input, mapping.absentText(), trace);
            Optional<AttributeValue> value = Optional.ofNullable(row.evaluate(evaluation));
            String missing = evaluation.notRead();
            String problem = missing == null ? evaluation.fault() : "left out: " + missing + " was not read";
            previews.add(trace.preview(row.row(), value, Optional.ofNullable(problem)));
        }
        return previews;
    }

    /** Names the attributes. */
    @Override
    public String toString() {
        return "Mapper of " + mapping;
    }
}
