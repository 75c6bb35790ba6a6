package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a service refuses of a resource, and what it leaves out without a word. */
final class Checks {

    private final Set<ScimQuirk> quirks;
    private final Set<String> dropped;

    Checks(Set<ScimQuirk> quirks, Set<String> dropped) {
        this.quirks = quirks;
        this.dropped = dropped;
    }

    /** Takes what the schemas know; the rest is left out, as real services do. */
    Map<String, @Nullable Object> taken(Map<String, @Nullable Object> sent, Type type) {
        Map<String, @Nullable Object> taken = Json.object();
        for (Attr attribute : type.schema().attributes()) {
            take(sent, taken, attribute, "");
        }
        Object external = sent.get("externalId");
        if (external != null) {
            taken.put("externalId", text(external, "externalId"));
        }
        for (Schema extension : type.extensions()) {
            Map<String, @Nullable Object> from = Json.map(sent.get(extension.urn()));
            Map<String, @Nullable Object> to = Json.object();
            for (Attr attribute : extension.attributes()) {
                take(from, to, attribute, extension.urn() + ":");
            }
            if (!to.isEmpty()) {
                taken.put(extension.urn(), to);
            }
        }
        for (Attr attribute : type.schema().attributes()) {
            if (attribute.required() && taken.get(attribute.name()) == null) {
                throw Refusal.invalid("invalidValue", "Required attribute '" + attribute.name() + "' is missing");
            }
        }
        return taken;
    }

    /** Checks a value of an attribute, and gives it without the parts that no schema knows. */
    Object value(Attr attribute, Object sent) {
        if (attribute.multi()) {
            List<@Nullable Object> elements = Json.list(sent);
            elements.replaceAll(element -> element == null ? null : element(attribute, element));
            elements.removeIf(java.util.Objects::isNull);
            long primaries = elements.stream()
                    .filter(element -> Boolean.TRUE.equals(Json.map(element).get("primary")))
                    .count();
            if (primaries > 1) {
                throw Refusal.invalid("invalidValue", "'" + attribute.name() + "' has two primary values");
            }
            return elements;
        }
        return element(attribute, sent);
    }

    private Object element(Attr attribute, Object sent) {
        if (attribute.type().equals("complex")) {
            if (!(sent instanceof Map)) {
                throw Refusal.invalid(
                        "invalidValue", "Complex attribute '" + attribute.name() + "' expected a complex value");
            }
            Map<String, @Nullable Object> parts = Json.object();
            for (Attr sub : attribute.subs()) {
                take(Json.map(sent), parts, sub, "");
            }
            return parts;
        }
        if (attribute.type().equals("boolean")) {
            return truth(attribute, sent);
        }
        return text(sent, attribute.name());
    }

    private Object truth(Attr attribute, Object sent) {
        if (attribute.name().equals("active") && quirks.contains(ScimQuirk.ACTIVE_IS_TEXT)) {
            if (!(sent instanceof String)) {
                throw Refusal.invalid("invalidValue", "Attribute 'active' expected value type 'string'");
            }
            return sent;
        }
        if (!(sent instanceof Boolean)) {
            throw Refusal.invalid("invalidValue", "Attribute '" + attribute.name() + "' expected type 'boolean'");
        }
        return sent;
    }

    private void take(
            Map<String, @Nullable Object> from, Map<String, @Nullable Object> to, Attr attribute, String prefix) {
        Object sent = from.get(attribute.name());
        boolean kept = !attribute.mutability().equals("readOnly")
                && !attribute.mutability().equals("writeOnly")
                && !dropped.contains(prefix + attribute.name());
        if (sent != null && kept) {
            Object value = value(attribute, sent);
            if (!(value instanceof List<?> list && list.isEmpty())) {
                to.put(attribute.name(), value);
            }
        }
    }

    private static Object text(Object sent, String name) {
        if (!(sent instanceof String)) {
            throw Refusal.invalid("invalidValue", "Attribute '" + name + "' expected type 'string'");
        }
        return sent;
    }
}
