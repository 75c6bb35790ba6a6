package dev.tenure.lifecycle.source;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import java.util.Optional;

/**
 * What a source says of itself.
 *
 * @param schema the attributes it gives; empty where it cannot say
 * @param seesEveryone whether a full read returns every worker; false where the credentials see only part of them, so
 *     that absence means nothing (rule S2)
 */
public record SourceDescription(Optional<AttributeSchema> schema, boolean seesEveryone) {}
