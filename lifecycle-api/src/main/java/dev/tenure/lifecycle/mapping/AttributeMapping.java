package dev.tenure.lifecycle.mapping;

import dev.tenure.lifecycle.expression.Expression;
import dev.tenure.lifecycle.expression.ExpressionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Rows that make one profile of another, one for each attribute of the target (rule M5). Immutable. */
public final class AttributeMapping {

    private final Map<String, MappingRow> rows;
    private final AbsentText absentText;

    private AttributeMapping(Map<String, MappingRow> rows, AbsentText absentText) {
        this.rows = Collections.unmodifiableMap(rows);
        this.absentText = absentText;
    }

    /**
     * Starts with no row.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts with these rows.
     *
     * @return a builder that holds a copy
     */
    public Builder toBuilder() {
        return new Builder().addAll(this).absentText(absentText);
    }

    /**
     * Gives all rows.
     *
     * @return the rows in order, unmodifiable
     */
    public List<MappingRow> rows() {
        return List.copyOf(rows.values());
    }

    /**
     * Finds the row of an attribute.
     *
     * @param attribute the target's attribute
     * @return its row, empty if the mapping has none
     */
    public Optional<MappingRow> row(String attribute) {
        return Optional.ofNullable(rows.get(attribute));
    }

    /**
     * Says what null is where an expression wants text.
     *
     * @return empty text, or a fault
     */
    public AbsentText absentText() {
        return absentText;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttributeMapping that && absentText == that.absentText && rows().equals(that.rows());
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    /** Names the attributes. */
    @Override
    public String toString() {
        return "AttributeMapping" + rows.keySet();
    }

    /** Collects rows. A later row replaces an earlier one of the same attribute. Not for use by several threads. */
    public static final class Builder {

        private final Map<String, Draft> drafts = new LinkedHashMap<>();
        private AbsentText absentText = AbsentText.EMPTY;

        private Builder() {}

        /** A row whose text is parsed when the mapping is built. */
        private record Draft(
                String attribute, String text, Apply apply, NullPolicy whenNull, Optional<MappingRow> parsed) {

            MappingRow parse() {
                return parsed.orElseGet(() -> new MappingRow(attribute, Expression.parse(text), apply, whenNull));
            }
        }

        /**
         * Adds a row that applies on create and update.
         *
         * @param attribute the target's attribute
         * @param expression the expression that gives its value
         * @return this builder
         */
        public Builder row(String attribute, String expression) {
            return row(attribute, expression, Apply.ALWAYS, NullPolicy.FOLLOW_POLICY);
        }

        /**
         * Adds a row that applies when the account is created.
         *
         * @param attribute the target's attribute
         * @param expression the expression that gives its value
         * @return this builder
         */
        public Builder rowOnCreate(String attribute, String expression) {
            return row(attribute, expression, Apply.ON_CREATE, NullPolicy.FOLLOW_POLICY);
        }

        /**
         * Adds a row.
         *
         * @param attribute the target's attribute
         * @param expression the expression that gives its value
         * @param apply when it applies
         * @param whenNull what to do when the expression gives null
         * @return this builder
         */
        public Builder row(String attribute, String expression, Apply apply, NullPolicy whenNull) {
            Objects.requireNonNull(expression, "expression");
            if (attribute.isBlank()) {
                throw new IllegalArgumentException("A mapping row needs an attribute");
            }
            drafts.put(attribute, new Draft(attribute, expression, apply, whenNull, Optional.empty()));
            return this;
        }

        /**
         * Adds a row that is parsed already.
         *
         * @param row the row
         * @return this builder
         */
        public Builder row(MappingRow row) {
            drafts.put(
                    row.attribute(),
                    new Draft(row.attribute(), row.expression().text(), row.apply(), row.whenNull(), Optional.of(row)));
            return this;
        }

        /**
         * Takes a row out; nothing happens if there is none.
         *
         * @param attribute the target's attribute
         * @return this builder
         */
        public Builder without(String attribute) {
            drafts.remove(attribute);
            return this;
        }

        /**
         * Adds all rows of another mapping.
         *
         * @param mapping the other mapping
         * @return this builder
         */
        public Builder addAll(AttributeMapping mapping) {
            mapping.rows.values().forEach(this::row);
            return this;
        }

        /**
         * Says what null is where an expression wants text. Without this it is empty text.
         *
         * @param what empty text, or a fault
         * @return this builder
         */
        public Builder absentText(AbsentText what) {
            this.absentText = Objects.requireNonNull(what, "what");
            return this;
        }

        /**
         * Parses every expression and makes the mapping.
         *
         * @return the mapping
         * @throws MappingException if an expression is bad; it names each such row, with the position of the fault
         */
        public AttributeMapping build() {
            Map<String, MappingRow> rows = new LinkedHashMap<>();
            List<MappingProblem> problems = new ArrayList<>();
            for (Draft draft : drafts.values()) {
                try {
                    rows.put(draft.attribute(), draft.parse());
                } catch (ExpressionException bad) {
                    problems.add(new MappingProblem(draft.attribute(), String.valueOf(bad.getMessage()), ""));
                }
            }
            if (!problems.isEmpty()) {
                throw new MappingException(problems);
            }
            return new AttributeMapping(rows, absentText);
        }
    }
}
