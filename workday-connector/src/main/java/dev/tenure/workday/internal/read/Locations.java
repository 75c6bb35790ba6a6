package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.wire.LocationsAnswer.LocationRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The time zones of locations, which stand in another service call: each location is asked for once and kept until the next
 * full read. Safe for use by several threads.
 */
public final class Locations {

    private static final int AT_ONCE = 500;

    private final Map<String, Optional<String>> zones = new ConcurrentHashMap<>();

    /** Makes an empty cache. */
    public Locations() {}

    /** Forgets what was read. */
    void forget() {
        zones.clear();
    }

    /**
     * Gives the zones of locations, read if need be; one that Workday has no zone for is not in it. What is given stays as it
     * is, whatever another read does meanwhile.
     */
    Map<String, String> zones(HumanResources service, Collection<String> locations) {
        Map<String, String> known = new HashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (String location : locations) {
            Optional<String> zone = zones.get(location);
            if (zone == null) {
                unknown.add(location);
            } else {
                zone.ifPresent(found -> known.put(location, found));
            }
        }
        List<String> asked = List.copyOf(unknown);
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            read(service, asked.subList(from, Math.min(asked.size(), from + AT_ONCE)), known);
        }
        return known;
    }

    private void read(HumanResources service, List<String> locations, Map<String, String> into) {
        for (LocationRecord location : service.locations(locations).locations()) {
            String id = location.reference().of("Location_ID");
            if (id != null) {
                zones.put(id, Optional.ofNullable(location.timeZone()));
                if (location.timeZone() != null) {
                    into.put(id, location.timeZone());
                }
            }
        }
        locations.forEach(location -> zones.putIfAbsent(location, Optional.empty()));
    }
}
