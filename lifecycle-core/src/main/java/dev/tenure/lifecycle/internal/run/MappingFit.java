package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.internal.map.MappingCheck;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.MappingProblem;
import dev.tenure.lifecycle.source.HrSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses an engine whose mappings do not fit the schemas of its source and targets, with all problems named. */
final class MappingFit {

    private MappingFit() {}

    static void require(Settings settings, List<TargetBinding> bindings) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < bindings.size(); i++) {
            TargetBinding binding = bindings.get(i);
            Optional<AttributeMapping> own = settings.targets().get(i).mapping();
            binding.description()
                    .schema()
                    .map(schema -> own.isPresent()
                            ? MappingCheck.check(own.get(), Map.of(), schema)
                            : MappingCheck.check(settings.mapping(), sourceSchema(settings), schema))
                    .ifPresent(found -> found.forEach(problem -> problems.add(inWords(binding, problem))));
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The mapping does not fit:\n  " + String.join("\n  ", problems));
        }
    }

    /** With several sources an attribute may come from any of them, so that none is called unknown. */
    private static Optional<AttributeSchema> sourceSchema(Settings settings) {
        List<HrSource> sources = settings.sources();
        return sources.size() == 1 ? sources.get(0).describe().schema() : Optional.empty();
    }

    private static String inWords(TargetBinding binding, MappingProblem problem) {
        return binding.name() + ": " + problem;
    }
}
