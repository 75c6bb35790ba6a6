package dev.tenure.lifecycle.internal.run.setup;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.internal.map.Mapper;
import dev.tenure.lifecycle.internal.map.MappingCheck;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses mappings: by themselves when an engine is built, and against the schemas of both ends once these are known. */
public final class MappingFit {

    private MappingFit() {}

    /**
     * Refuses what no schema could mend.
     *
     * @throws IllegalArgumentException if an expression does not compile, or a reference has no row
     */
    public static void requireSound(Settings settings) {
        Mapper.of(settings.mapping());
        for (Settings.TargetSettings target : settings.targets()) {
            target.mapping().ifPresent(Mapper::of);
            target.scope().ifPresent(TargetBinding::scope);
            target.places().otherwise().ifPresent(TargetBinding::place);
            AttributeMapping rows = target.mapping().orElse(settings.mapping());
            target.references().forEach(attribute -> requireRow(rows, attribute));
        }
    }

    private static void requireRow(AttributeMapping rows, String attribute) {
        if (rows.row(attribute).isEmpty()) {
            throw new IllegalArgumentException("'" + attribute
                    + "' is to refer to another worker, but the mapping has no row for it; add one whose value is that"
                    + " worker's id");
        }
    }

    /**
     * Refuses what does not fit the schemas.
     *
     * @throws IllegalStateException if a row does not fit; all problems are named
     */
    static void require(Settings settings, Optional<AttributeSchema> source, List<TargetBinding> bindings) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < bindings.size(); i++) {
            TargetBinding binding = bindings.get(i);
            Optional<AttributeMapping> own = settings.targets().get(i).mapping();
            binding.description()
                    .schema()
                    .map(schema -> own.isPresent()
                            ? MappingCheck.check(own.get(), Map.of(), schema)
                            : MappingCheck.check(settings.mapping(), source, schema))
                    .ifPresent(found -> found.forEach(problem -> problems.add(binding.name() + ": " + problem)));
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The mapping does not fit:\n  " + String.join("\n  ", problems));
        }
    }
}
