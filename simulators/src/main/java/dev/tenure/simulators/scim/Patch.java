package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies a PATCH (RFC 7644, 3.5.2) to a copy of a resource, so that one bad operation leaves everything as it was. */
final class Patch {

    private static final String URN = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private final Type type;
    private final Checks checks;
    private final Set<ScimQuirk> quirks;

    Patch(Type type, Checks checks, Set<ScimQuirk> quirks) {
        this.type = type;
        this.checks = checks;
        this.quirks = quirks;
    }

    /** Gives the paths that are set or removed, for whoever wants to know what was sent. */
    static List<String> paths(Map<String, @Nullable Object> body) {
        List<String> paths = new ArrayList<>();
        for (Object operation : Json.list(body.get("Operations"))) {
            Object path = Json.map(operation).get("path");
            if (path != null) {
                paths.add(path.toString());
            } else {
                paths.addAll(Json.map(Json.map(operation).get("value")).keySet());
            }
        }
        return paths;
    }

    Map<String, @Nullable Object> apply(Map<String, @Nullable Object> resource, Map<String, @Nullable Object> body) {
        List<@Nullable Object> operations = Json.list(body.get("Operations"));
        if (!Json.list(body.get("schemas")).contains(URN) || operations.isEmpty()) {
            throw Refusal.invalid("invalidSyntax", "The body is no PatchOp with operations");
        }
        Map<String, @Nullable Object> changed = Json.map(Json.copy(resource));
        for (Object operation : operations) {
            one(changed, Json.map(operation));
        }
        return changed;
    }

    private void one(Map<String, @Nullable Object> resource, Map<String, @Nullable Object> operation) {
        String op = String.valueOf(operation.get("op")).toLowerCase(Locale.ROOT);
        Object path = operation.get("path");
        Object value = operation.get("value");
        if (!Set.of("add", "replace", "remove").contains(op)) {
            throw Refusal.invalid("invalidSyntax", "The operation is none");
        }
        if (path == null) {
            if (op.equals("remove")) {
                throw Refusal.invalid("noTarget", "Missing path for remove operation");
            }
            Json.map(value).forEach((name, part) -> {
                if (!name.equalsIgnoreCase("id") && !name.equalsIgnoreCase("schemas")) {
                    parts(resource, op, name, part);
                }
            });
            return;
        }
        if (quirks.contains(ScimQuirk.NO_PATHS_IN_PATCH) && type == Type.USER && !op.equals("remove")) {
            throw Refusal.invalid("invalidPath", "Paths are not supported");
        }
        at(resource, op, path.toString(), value);
    }

    /** Within a value without a path, an extension comes as an object of its own. */
    private void parts(Map<String, @Nullable Object> resource, String op, String name, @Nullable Object value) {
        boolean isExtension =
                type.extensions().stream().anyMatch(extension -> extension.urn().equalsIgnoreCase(name));
        if (isExtension) {
            Json.map(value).forEach((part, held) -> at(resource, op, name + ":" + part, held));
            return;
        }
        Attr attribute = Place.of(name, type)
                .filter(place -> place.sub().isEmpty())
                .map(Place::attribute)
                .orElse(null);
        if (attribute != null && attribute.type().equals("complex") && !attribute.multi()) {
            Json.map(value).forEach((part, held) -> at(resource, op, name + "." + part, held));
            return;
        }
        at(resource, op, name, value);
    }

    private void at(Map<String, @Nullable Object> resource, String op, String path, @Nullable Object value) {
        if (quirks.contains(ScimQuirk.MEMBERS_REMOVED_BY_VALUE) && path.startsWith("members[")) {
            throw Refusal.invalid("invalidPath", "Filters are not supported in the path of members");
        }
        Place place =
                Place.of(path, type).orElseThrow(() -> Refusal.invalid("invalidPath", "Invalid path '" + path + "'"));
        if (place.attribute().mutability().equals("readOnly")) {
            throw Refusal.invalid(
                    "mutability", "Attribute '" + place.attribute().name() + "' is read-only");
        }
        boolean removes = op.equals("remove") || value == null;
        Map<String, @Nullable Object> holder = place.holder(resource, !removes);
        if (place.filter().isPresent()) {
            elements(place, holder, op, removes, value);
        } else if (place.sub().isPresent()) {
            part(place, holder, removes, value);
        } else {
            whole(place, holder, op, removes, value);
        }
        place.extension().filter(urn -> Json.map(resource.get(urn)).isEmpty()).ifPresent(resource::remove);
    }

    private void elements(
            Place place, Map<String, @Nullable Object> holder, String op, boolean removes, @Nullable Object value) {
        Attr list = place.attribute();
        List<@Nullable Object> elements = Json.list(holder.get(list.name()));
        List<Object> picked = new ArrayList<>();
        for (Object element : elements) {
            if (element != null && place.filter().orElseThrow().matches(Json.map(element))) {
                picked.add(element);
            }
        }
        if (picked.isEmpty()) {
            if (removes && !quirks.contains(ScimQuirk.REMOVING_NOTHING_IS_NO_TARGET)) {
                return;
            }
            if (removes && list.name().equals("members")) {
                return;
            }
            throw Refusal.invalid("noTarget", "The filter of the path matches nothing for " + op);
        }
        for (Object element : picked) {
            Map<String, @Nullable Object> parts = Json.map(element);
            if (place.sub().isEmpty() && removes) {
                elements.remove(element);
            } else if (place.sub().isEmpty()) {
                parts.putAll(
                        Json.map(Json.list(checks.value(list, present(value))).get(0)));
            } else if (removes) {
                removed(parts.remove(place.sub().get().name()));
            } else {
                parts.put(place.sub().get().name(), checks.value(place.sub().get(), present(value)));
            }
        }
        store(holder, list, elements);
    }

    private void part(Place place, Map<String, @Nullable Object> holder, boolean removes, @Nullable Object value) {
        String name = place.attribute().name();
        Attr sub = place.sub().orElseThrow();
        Map<String, @Nullable Object> parts = Json.map(holder.get(name));
        if (removes) {
            removed(parts.remove(sub.name()));
        } else {
            parts.put(sub.name(), checks.value(sub, present(value)));
        }
        if (parts.isEmpty()) {
            holder.remove(name);
        } else {
            holder.put(name, parts);
        }
    }

    private void whole(
            Place place, Map<String, @Nullable Object> holder, String op, boolean removes, @Nullable Object value) {
        Attr attribute = place.attribute();
        if (removes && attribute.required()) {
            throw Refusal.invalid("invalidValue", "Required attribute '" + attribute.name() + "' is missing");
        }
        if (removes && attribute.multi() && value != null) {
            List<@Nullable Object> left = Json.list(holder.get(attribute.name()));
            List<@Nullable Object> named = Json.list(value);
            left.removeIf(element -> named.stream()
                    .anyMatch(name -> java.util.Objects.equals(
                            Json.map(name).get("value"), Json.map(element).get("value"))));
            store(holder, attribute, left);
        } else if (removes) {
            removed(holder.remove(attribute.name()));
        } else if (attribute.multi() && op.equals("add")) {
            List<@Nullable Object> all = Json.list(holder.get(attribute.name()));
            all.addAll(Json.list(checks.value(attribute, present(value))));
            store(holder, attribute, all);
        } else if (attribute.multi()) {
            store(holder, attribute, Json.list(checks.value(attribute, present(value))));
        } else if (attribute.type().equals("complex")) {
            Map<String, @Nullable Object> parts = Json.object();
            if (!quirks.contains(ScimQuirk.REPLACE_DROPS_UNNAMED_PARTS)) {
                parts.putAll(Json.map(holder.get(attribute.name())));
            }
            parts.putAll(Json.map(checks.value(attribute, present(value))));
            holder.put(attribute.name(), parts);
        } else {
            holder.put(attribute.name(), checks.value(attribute, present(value)));
        }
    }

    private void removed(@Nullable Object before) {
        if (before == null && quirks.contains(ScimQuirk.REMOVING_NOTHING_IS_NO_TARGET)) {
            throw Refusal.invalid("noTarget", "There is nothing to remove");
        }
    }

    private static void store(Map<String, @Nullable Object> holder, Attr list, List<@Nullable Object> elements) {
        if (elements.isEmpty()) {
            holder.remove(list.name());
        } else {
            holder.put(list.name(), elements);
        }
    }

    private static Object present(@Nullable Object value) {
        if (value == null) {
            throw Refusal.invalid("invalidValue", "The value is missing");
        }
        return value;
    }
}
