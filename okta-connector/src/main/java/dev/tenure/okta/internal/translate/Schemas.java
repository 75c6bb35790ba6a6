package dev.tenure.okta.internal.translate;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.okta.internal.wire.SchemaProperty;
import java.util.List;
import java.util.OptionalInt;

/** Makes an attribute schema of Okta's user schema. */
public final class Schemas {

    private Schemas() {}

    /**
     * Translates a schema.
     *
     * @param properties what Okta sent
     * @return the schema
     */
    public static AttributeSchema of(List<SchemaProperty> properties) {
        return AttributeSchema.of(properties.stream().map(Schemas::definition).toList());
    }

    private static AttributeDefinition definition(SchemaProperty property) {
        return new AttributeDefinition(
                property.name(),
                type(property.type()),
                type(property.itemType()),
                property.required(),
                property.mutability().equals("READ_ONLY") || property.sourcedElsewhere(),
                property.maxLength() < 0 ? OptionalInt.empty() : OptionalInt.of(property.maxLength()),
                property.allowed());
    }

    private static AttributeType type(String okta) {
        return switch (okta) {
            case "boolean" -> AttributeType.BOOLEAN;
            case "integer" -> AttributeType.INTEGER;
            case "number" -> AttributeType.NUMBER;
            case "array" -> AttributeType.ARRAY;
            default -> AttributeType.STRING;
        };
    }
}
