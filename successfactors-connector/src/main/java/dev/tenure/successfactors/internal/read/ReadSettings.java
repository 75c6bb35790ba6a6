package dev.tenure.successfactors.internal.read;

import dev.tenure.successfactors.options.ReadNotice;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How people are read.
 *
 * @param source the source's name
 * @param policy the switches
 * @param pageSize how many people are asked for at once
 * @param overlap how far before the watermark a read of changes begins
 * @param additional properties that the host wants beside the usual ones
 * @param notices hears what is odd
 */
public record ReadSettings(
        String source,
        SuccessFactorsPolicy policy,
        int pageSize,
        Duration overlap,
        Map<Entity, Set<String>> additional,
        Consumer<ReadNotice> notices) {

    /** Copies the map. */
    public ReadSettings {
        additional = Map.copyOf(additional);
    }
}
