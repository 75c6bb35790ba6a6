package dev.tenure.successfactors.internal.wire;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import okio.ByteString;

/**
 * The properties and navigations that the API user may see, by entity. A property that is not named here must not be asked
 * for: the whole query would be refused.
 *
 * @param entities names by entity
 */
public record Metadata(Map<String, Set<String>> entities) {

    private static final int MOST_NAMES = 200_000;

    /** Copies the map. */
    public Metadata {
        entities = Map.copyOf(entities);
    }

    /**
     * Reads a metadata document.
     *
     * @param edmx the document
     * @return what it names
     * @throws UnreadableAnswerException if it is none
     */
    public static Metadata parse(ByteString edmx) throws UnreadableAnswerException {
        Map<String, Set<String>> entities = new HashMap<>();
        Xml.read(edmx, reader -> {
            Set<String> names = Set.of();
            int count = 0;
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                Optional<String> name = Optional.ofNullable(reader.getAttributeValue(null, "Name"));
                switch (reader.getLocalName()) {
                    case "EntityType" -> names = entities.computeIfAbsent(name.orElse(""), key -> new HashSet<>());
                    case "Property", "NavigationProperty" -> {
                        if (++count <= MOST_NAMES && name.isPresent() && !entities.isEmpty()) {
                            names.add(name.get());
                        }
                    }
                    default -> {
                        // Nothing else is needed.
                    }
                }
            }
        });
        if (entities.isEmpty()) {
            throw new UnreadableAnswerException("it is no metadata: it names no entity");
        }
        return new Metadata(entities);
    }

    /**
     * Gives what an entity has.
     *
     * @param entity the entity
     * @return the names of its properties and navigations; none if the entity is not there
     */
    public Set<String> of(String entity) {
        return Collections.unmodifiableSet(entities.getOrDefault(entity, Set.of()));
    }
}
