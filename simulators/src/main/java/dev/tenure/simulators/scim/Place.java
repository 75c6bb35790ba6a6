package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.json.Json;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something is in a resource: an attribute, perhaps within an extension, perhaps of the elements that a filter picks,
 * perhaps a part of it.
 */
record Place(Optional<String> extension, Attr attribute, Optional<Filter> filter, Optional<Attr> sub) {

    /** Finds the place that a path names; empty if there is none by the schemas. */
    static Optional<Place> of(String path, Type type) {
        String rest = path.strip();
        Optional<String> extension = Optional.empty();
        if (rest.regionMatches(
                true, 0, type.schema().urn() + ":", 0, type.schema().urn().length() + 1)) {
            rest = rest.substring(type.schema().urn().length() + 1);
        }
        Schema schema = type.schema();
        for (Schema candidate : type.extensions()) {
            if (rest.regionMatches(
                    true, 0, candidate.urn() + ":", 0, candidate.urn().length() + 1)) {
                schema = candidate;
                extension = Optional.of(candidate.urn());
                rest = rest.substring(candidate.urn().length() + 1);
            }
        }
        Optional<String> condition = Optional.empty();
        int open = rest.indexOf('[');
        String tail = "";
        String name = rest;
        if (open >= 0) {
            int close = rest.lastIndexOf(']');
            if (close < open) {
                throw Refusal.invalid("invalidPath", "']' is missing");
            }
            condition = Optional.of(rest.substring(open + 1, close));
            tail = rest.substring(close + 1);
            name = rest.substring(0, open);
        } else if (rest.indexOf('.') >= 0) {
            tail = rest.substring(rest.indexOf('.'));
            name = rest.substring(0, rest.indexOf('.'));
        }
        String wanted = name;
        Optional<Attr> attribute = schema.attribute(wanted)
                .or(() -> Schema.COMMON.stream()
                        .filter(common -> common.name().equalsIgnoreCase(wanted))
                        .findFirst());
        if (attribute.isEmpty()) {
            return Optional.empty();
        }
        Optional<Attr> sub = Optional.empty();
        if (!tail.isEmpty()) {
            sub = attribute.get().sub(tail.substring(1));
            if (sub.isEmpty()) {
                return Optional.empty();
            }
        }
        Attr found = attribute.get();
        Optional<Filter> filter = condition.map(text -> Filter.within(text, found));
        return Optional.of(new Place(extension, found, filter, sub));
    }

    /** The object that holds the attribute; made for an extension where it is not there and {@code make} is set. */
    Map<String, @Nullable Object> holder(Map<String, @Nullable Object> resource, boolean make) {
        if (extension.isEmpty()) {
            return resource;
        }
        Object there = resource.get(extension.get());
        if (there == null && make) {
            Map<String, @Nullable Object> made = Json.object();
            resource.put(extension.get(), made);
            return made;
        }
        return Json.map(there);
    }
}
