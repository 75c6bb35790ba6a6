package dev.tenure.lifecycle.internal.run.setup;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.internal.map.Mapper;
import dev.tenure.lifecycle.internal.plan.Fingerprinter;
import dev.tenure.lifecycle.internal.rehearse.RehearsalTarget;
import dev.tenure.lifecycle.source.HrSource;
import java.util.List;
import java.util.Optional;

/**
 * The mappings as they are set up once every system has described itself. An engine can be built while a system is down, so
 * they are asked when they are first needed.
 *
 * @param identity makes the identity profile
 * @param targets the targets with the stages as they are set up for each
 */
public record Bindings(Mapper identity, List<TargetBinding> targets) {

    public Bindings {
        targets = List.copyOf(targets);
    }

    /**
     * Asks every system for its schema and checks the mappings.
     *
     * @throws IllegalStateException if a mapping does not fit; all problems are named
     * @throws dev.tenure.lifecycle.failure.ConnectorException if a system cannot be reached
     */
    public static Bindings of(Settings settings, Fingerprinter hashes) {
        Optional<AttributeSchema> source = sourceSchema(settings.sources());
        List<TargetBinding> targets = settings.targets().stream()
                .map(target -> new TargetBinding(target, settings.mapping(), settings.policy(), hashes))
                .toList();
        MappingFit.require(settings, source, targets);
        return new Bindings(Mapper.of(settings.mapping(), source, Optional.empty()), targets);
    }

    /** What there is while a system cannot describe itself: no target can be looked at. */
    public static Bindings none(Settings settings) {
        return new Bindings(Mapper.of(settings.mapping()), List.of());
    }

    /** With several sources an attribute may come from any of them, so that none is called unknown. */
    private static Optional<AttributeSchema> sourceSchema(List<HrSource> sources) {
        return sources.size() == 1 ? sources.get(0).describe().schema() : Optional.empty();
    }

    /** These targets as they are rehearsed at. */
    public Bindings rehearsing() {
        return new Bindings(
                identity,
                targets.stream()
                        .map(binding -> binding.at(new RehearsalTarget(binding.target(), binding.description())))
                        .toList());
    }

    public TargetBinding target(String name) {
        return targets.stream()
                .filter(some -> some.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No target is named '" + name + "'"));
    }

    /** Makes them once, when they are first asked for; what failed is tried anew. Safe for use by several threads. */
    public static final class Lazy {

        private final Settings settings;
        private final Fingerprinter hashes;
        private Optional<Bindings> made = Optional.empty();

        public Lazy(Settings settings, Fingerprinter hashes) {
            this.settings = settings;
            this.hashes = hashes;
        }

        public synchronized Bindings get() {
            if (made.isEmpty()) {
                made = Optional.of(of(settings, hashes));
            }
            return made.get();
        }
    }
}
