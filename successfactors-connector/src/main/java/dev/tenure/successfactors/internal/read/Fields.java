package dev.tenure.successfactors.internal.read;

import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.successfactors.internal.call.ODataClient;
import dev.tenure.successfactors.internal.wire.Metadata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can be asked for: the properties and navigations that are wanted and that the metadata name. One property that the
 * API user may not see would make SuccessFactors refuse the whole query. Immutable.
 */
public final class Fields {

    private final Map<Entity, Set<String>> available;
    private final Map<Entity, Set<String>> chosen;

    private Fields(Map<Entity, Set<String>> available, Map<Entity, Set<String>> chosen) {
        this.available = available;
        this.chosen = chosen;
    }

    /**
     * Asks for the metadata and chooses.
     *
     * @param client makes the call
     * @param additional the properties that the host wants beside the usual ones
     * @return what can be asked for
     * @throws PermissionMissing if something is missing without which nothing can be decided
     */
    static Fields read(ODataClient client, Map<Entity, Set<String>> additional) {
        Metadata metadata = client.metadata(
                Arrays.stream(Entity.values()).map(Entity::entityName).toList());
        Map<Entity, Set<String>> available = new EnumMap<>(Entity.class);
        Map<Entity, Set<String>> chosen = new EnumMap<>(Entity.class);
        List<String> missing = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            Set<String> names = metadata.of(entity.entityName());
            Set<String> choice = new LinkedHashSet<>(entity.required());
            Stream.concat(entity.wanted().stream(), additional.getOrDefault(entity, Set.of()).stream())
                    .filter(names::contains)
                    .forEach(choice::add);
            available.put(entity, names);
            chosen.put(entity, choice);
            Stream.concat(entity.required().stream(), entity.navigations().stream())
                    .filter(name -> !names.contains(name))
                    .forEach(name -> missing.add(entity.entityName() + "/" + name));
        }
        if (!missing.isEmpty()) {
            throw new PermissionMissing(
                    client.system(),
                    client.system() + ": read people failed: the API user does not see " + String.join(", ", missing)
                            + "; grant view of them in its permission role, and refresh the OData metadata in"
                            + " 'OData API Metadata Refresh and Export'");
        }
        return new Fields(available, chosen);
    }

    boolean has(Entity entity, String name) {
        return available.getOrDefault(entity, Set.of()).contains(name);
    }

    /** The properties to select, each with the navigation before it. */
    List<String> select(Entity entity, String path) {
        return chosen.getOrDefault(entity, Set.of()).stream()
                .map(name -> path + name)
                .toList();
    }

    /** What of a choice is there. */
    List<String> navigations(Entity entity, List<String> names) {
        return names.stream().filter(name -> has(entity, name)).toList();
    }
}
