package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.wire.LocationsAnswer.LocationRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The time zones of locations, which stand in another service call: each location is asked for once and kept until the next
 * full read. Safe for use by several threads.
 */
public final class Locations {

    private static final int AT_ONCE = 500;

    private final HumanResources service;
    private final Map<String, Optional<String>> zones = new ConcurrentHashMap<>();

    /**
     * Makes an empty cache.
     *
     * @param service the service
     */
    public Locations(HumanResources service) {
        this.service = service;
    }

    /** Forgets what was read. */
    void forget() {
        zones.clear();
    }

    /** Makes sure that the zones of locations are known. */
    void prepare(Collection<String> locations) {
        List<String> unknown = locations.stream()
                .filter(location -> !zones.containsKey(location))
                .distinct()
                .toList();
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            read(unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE)));
        }
    }

    /** Gives the zone of a location that was prepared. */
    Optional<String> zone(String location) {
        return zones.getOrDefault(location, Optional.empty());
    }

    private void read(List<String> locations) {
        for (LocationRecord location : service.locations(locations).locations()) {
            String id = location.reference().of("Location_ID");
            if (id != null) {
                zones.put(id, Optional.ofNullable(location.timeZone()));
            }
        }
        locations.forEach(location -> zones.putIfAbsent(location, Optional.empty()));
    }
}
