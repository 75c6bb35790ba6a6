package dev.tenure.benchmarks.core;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.internal.map.Mapper;
import dev.tenure.lifecycle.internal.map.MappingInput;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our own mapper. Profiles come to it as attributes that share their names, since that is what a source makes. */
final class OursEvaluator implements RowEvaluator {

    private final Mapper okta = Mapper.of(DefaultMappings.hrToOkta());
    private final Mapper directory = Mapper.of(DefaultMappings.oktaToActiveDirectory());
    private final IdentityHashMap<Map<String, Object>, Attributes> read = new IdentityHashMap<>();
    private final Map<Set<String>, Attributes> likes = new HashMap<>();

    @Override
    public Values evaluate(Profiles profiles) {
        Attributes source = attributes(profiles.getSource());
        MappingInput first = MappingInput.builder().source(source).build();
        MappingInput second = MappingInput.builder()
                .user(attributes(profiles.getUser()))
                .targetApp(attributes(profiles.getTarget_app()))
                .workdayUsers(List.of(source))
                .build();
        return new Values(
                okta.map(first).values().asMap(), directory.map(second).values().asMap());
    }

    private Attributes attributes(Map<String, Object> profile) {
        return read.computeIfAbsent(profile, this::convert);
    }

    private Attributes convert(Map<String, Object> profile) {
        Attributes like = likes.getOrDefault(profile.keySet(), Attributes.empty());
        Attributes.Builder attributes = Attributes.builderLike(like);
        profile.forEach((name, value) -> attributes.put(name, AttributeValue.of(value.toString())));
        Attributes made = attributes.build();
        likes.putIfAbsent(Set.copyOf(profile.keySet()), made);
        return made;
    }
}
