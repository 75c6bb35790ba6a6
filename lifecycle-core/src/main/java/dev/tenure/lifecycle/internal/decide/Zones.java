package dev.tenure.lifecycle.internal.decide;

import dev.tenure.lifecycle.decision.ZoneOrigin;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.worker.Employment;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the zone in which a worker's days are counted (rules C3 and B5). */
final class Zones {

    // Text comes from HR: what is remembered of it is bounded.
    private static final int MOST_REMEMBERED = 2_000;

    private final LifecyclePolicy policy;
    private final Map<String, Optional<ZoneId>> known = new ConcurrentHashMap<>();

    Zones(LifecyclePolicy policy) {
        this.policy = policy;
    }

    ZoneId ofEnd(Employment employment) {
        return policy.timeZoneAware()
                ? parse(Timelines.zoneOfEnd(employment)).orElseGet(() -> own(employment))
                : ZoneOffset.UTC;
    }

    /** Where the zone comes from in which an end was counted. */
    ZoneOrigin originOf(ZoneId counted, Employment employment) {
        if (!policy.timeZoneAware()) {
            return ZoneOrigin.POLICY;
        }
        if (parse(Timelines.zoneOfEnd(employment)).isPresent() || !counted.equals(own(employment))) {
            return ZoneOrigin.TIMELINE;
        }
        if (parse(employment.preferredTimeZone()).isPresent()) {
            return ZoneOrigin.PREFERRED;
        }
        return parse(employment.locationTimeZone()).isPresent() ? ZoneOrigin.LOCATION : ZoneOrigin.FALLBACK;
    }

    ZoneId ofStart(Employment employment) {
        return policy.hireTimeZoneAware() ? own(employment) : ZoneOffset.UTC;
    }

    /** Zones that were passed over because they are none. */
    List<String> unknown(Employment employment) {
        boolean preferredUnknown = isUnknown(employment.preferredTimeZone());
        boolean locationUnknown = isUnknown(employment.locationTimeZone());
        if (!preferredUnknown && !locationUnknown) {
            return List.of();
        }
        List<String> unknown = new ArrayList<>();
        if (preferredUnknown) {
            unknown.add(employment.preferredTimeZone().get());
        }
        if (locationUnknown) {
            unknown.add(employment.locationTimeZone().get());
        }
        return unknown;
    }

    private boolean isUnknown(Optional<String> text) {
        return text.isPresent() && parse(text).isEmpty();
    }

    private ZoneId own(Employment employment) {
        Optional<ZoneId> zone = parse(employment.preferredTimeZone());
        if (zone.isEmpty()) {
            zone = parse(employment.locationTimeZone());
        }
        return zone.orElse(policy.fallbackZone());
    }

    private Optional<ZoneId> parse(Optional<String> text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<ZoneId> zone = known.get(text.get());
        if (zone == null) {
            zone = LifecyclePolicy.zone(text.get());
            if (known.size() < MOST_REMEMBERED) {
                known.put(text.get(), zone);
            }
        }
        return zone;
    }
}
