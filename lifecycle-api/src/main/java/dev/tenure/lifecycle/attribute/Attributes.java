package dev.tenure.lifecycle.attribute;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attributes by name. Three things are told apart (rule M6): a name with a value; a name with {@link AttributeValue#NULL},
 * which was read and is empty; and a name that is not here, which was not read, so that nothing is known of it.
 * Immutable; names keep the order in which they were put. Names mind case.
 */
public final class Attributes {

    private static final Attributes EMPTY = new Attributes(new ValueMap(new NameTable(), new AttributeValue[0], 0));

    private final ValueMap values;

    private Attributes(ValueMap values) {
        this.values = values;
    }

    /**
     * Gives the attributes of which nothing was read.
     *
     * @return no attribute
     */
    public static Attributes empty() {
        return EMPTY;
    }

    /**
     * Copies a map.
     *
     * @param values values by name
     * @return the same as attributes
     */
    public static Attributes of(Map<String, AttributeValue> values) {
        Builder builder = builder();
        values.forEach(builder::put);
        return builder.build();
    }

    /**
     * Starts with nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts with nothing, where the names will mostly be those of other attributes: then the names are not stored again,
     * which is what costs. Names that both have keep the order of the others.
     *
     * @param others attributes with such names
     * @return a builder
     */
    public static Builder builderLike(Attributes others) {
        NameTable names = others.values.names();
        return new Builder(names, new AttributeValue[names.size()], 0, false);
    }

    /**
     * Starts with these attributes.
     *
     * @return a builder that changes nothing here
     */
    public Builder toBuilder() {
        return new Builder(values.names(), values.places(), values.size(), true);
    }

    /**
     * Gives the value of an attribute.
     *
     * @param name the attribute's name
     * @return its value, which is {@link AttributeValue#NULL} where it was read and is empty; empty where it was not read
     */
    public Optional<AttributeValue> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Gives the value of an attribute whose name is looked up often.
     *
     * @param name the attribute's name
     * @return the same as for its text
     */
    public Optional<AttributeValue> get(AttributeName name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Gives the text form of an attribute that has a value.
     *
     * @param name the attribute's name
     * @return its text; empty where it was not read, is empty, or is empty text
     */
    public Optional<String> text(String name) {
        AttributeValue value = values.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        String text = value.asText();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /**
     * Says whether anything is known of an attribute.
     *
     * @param name the attribute's name
     * @return true if it was read, empty or not
     */
    public boolean isRead(String name) {
        return values.containsKey(name);
    }

    /**
     * Gives the names of all attributes that were read.
     *
     * @return the names, in order, unmodifiable
     */
    public Set<String> names() {
        return values.keySet();
    }

    /**
     * Gives all attributes that were read.
     *
     * @return values by name, in order, unmodifiable
     */
    public Map<String, AttributeValue> asMap() {
        return values;
    }

    /**
     * Says whether nothing was read.
     *
     * @return true if there is no name at all
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Names the attributes and prints no value. */
    @Override
    public String toString() {
        return "Attributes" + values.keySet();
    }

    /** Collects attributes. Not for use by several threads. */
    public static final class Builder {

        private static final int FEW = 8;

        private NameTable names;
        private boolean shared;
        private @Nullable AttributeValue[] values;
        /** Whether the values are those of attributes too, and to be copied before a change. */
        private boolean built;

        private int size;

        private Builder() {
            this.names = new NameTable();
            this.values = new AttributeValue[FEW];
        }

        private Builder(NameTable names, @Nullable AttributeValue[] values, int size, boolean built) {
            this.names = names;
            this.shared = true;
            this.values = values;
            this.built = built;
            this.size = size;
        }

        /**
         * Sets an attribute; the last value of a name counts.
         *
         * @param name the attribute's name, not blank
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException if the name is blank
         */
        public Builder put(String name, AttributeValue value) {
            return put(name, names.find(name), value);
        }

        /**
         * Sets an attribute whose name is used often; the last value of a name counts.
         *
         * @param name the attribute's name, not blank
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException if the name is blank
         */
        public Builder put(AttributeName name, AttributeValue value) {
            return put(name.text(), name.find(names), value);
        }

        private Builder put(String name, int found, AttributeValue value) {
            Objects.requireNonNull(value, "value");
            int index = found < 0 ? add(name) : found;
            ownValues();
            size += values[index] == null ? 1 : 0;
            values[index] = value;
            return this;
        }

        private void ownValues() {
            if (built) {
                values = values.clone();
                built = false;
            }
        }

        private int add(String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("An attribute needs a name");
            }
            if (shared) {
                names = names.copy();
                shared = false;
            }
            int index = names.add(name);
            if (index >= values.length) {
                values = Arrays.copyOf(values, Math.max(FEW, 2 * index));
                built = false;
            }
            return index;
        }

        /**
         * Sets a text attribute after normalising it (rule A8): blank text becomes {@link AttributeValue#NULL}.
         *
         * @param name the attribute's name
         * @param text its text, as read
         * @return this builder
         */
        public Builder put(String name, String text) {
            return put(name, AttributeValue.normalised(text));
        }

        /**
         * Takes an attribute out, so that it counts as not read.
         *
         * @param name the attribute's name
         * @return this builder
         */
        public Builder remove(String name) {
            int index = names.find(name);
            if (index >= 0) {
                ownValues();
                size -= values[index] == null ? 0 : 1;
                values[index] = null;
            }
            return this;
        }

        /**
         * Makes the attributes.
         *
         * @return what was put so far
         */
        public Attributes build() {
            if (size == 0) {
                return EMPTY;
            }
            shared = true;
            if (values.length != names.size()) {
                return new Attributes(new ValueMap(names, Arrays.copyOf(values, names.size()), size));
            }
            built = true;
            return new Attributes(new ValueMap(names, values, size));
        }
    }
}
