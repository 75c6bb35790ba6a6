package dev.tenure.lifecycle.attribute;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The attributes that a source gives or a target takes. Immutable.
 *
 * @param definitions definitions by name
 */
public record AttributeSchema(Map<String, AttributeDefinition> definitions) {

    /** Copies the map and keeps its order. */
    public AttributeSchema {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    }

    /**
     * Makes a schema from its definitions.
     *
     * @param definitions one per attribute
     * @return the schema
     * @throws IllegalArgumentException if a name comes twice
     */
    public static AttributeSchema of(Collection<AttributeDefinition> definitions) {
        Map<String, AttributeDefinition> byName = new LinkedHashMap<>();
        for (AttributeDefinition definition : definitions) {
            if (byName.put(definition.name(), definition) != null) {
                throw new IllegalArgumentException("Attribute '" + definition.name() + "' is defined twice");
            }
        }
        return new AttributeSchema(byName);
    }

    /**
     * Finds an attribute.
     *
     * @param name the attribute's name
     * @return its definition, empty if the schema lacks it
     */
    public Optional<AttributeDefinition> find(String name) {
        return Optional.ofNullable(definitions.get(name));
    }

    /**
     * Gives all names.
     *
     * @return the names, in order
     */
    public Set<String> names() {
        return definitions.keySet();
    }
}
