package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attribute of a schema, with no more of it than a service announces and checks. */
record Attr(
        String name,
        String type,
        boolean multi,
        boolean required,
        boolean caseExact,
        String mutability,
        String uniqueness,
        List<String> canonical,
        List<Attr> subs) {

    static Attr text(String name) {
        return simple(name, "string");
    }

    static Attr simple(String name, String type) {
        return new Attr(name, type, false, false, false, "readWrite", "none", List.of(), List.of());
    }

    static Attr complex(String name, Attr... subs) {
        return new Attr(name, "complex", false, false, false, "readWrite", "none", List.of(), List.of(subs));
    }

    static Attr many(String name, List<String> types, Attr... values) {
        List<Attr> subs = new java.util.ArrayList<>(List.of(values));
        subs.add(new Attr("type", "string", false, false, false, "readWrite", "none", types, List.of()));
        subs.add(simple("primary", "boolean"));
        return new Attr(name, "complex", true, false, false, "readWrite", "none", List.of(), subs);
    }

    Attr isRequired() {
        return new Attr(name, type, multi, true, caseExact, mutability, uniqueness, canonical, subs);
    }

    Attr isUnique() {
        return new Attr(name, type, multi, required, caseExact, mutability, "server", canonical, subs);
    }

    Attr isExact() {
        return new Attr(name, type, multi, required, true, mutability, uniqueness, canonical, subs);
    }

    Attr withMutability(String value) {
        return new Attr(name, type, multi, required, caseExact, value, uniqueness, canonical, subs);
    }

    Optional<Attr> sub(String wanted) {
        return subs.stream().filter(sub -> sub.name.equalsIgnoreCase(wanted)).findFirst();
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("name", name);
        json.put("type", type);
        json.put("multiValued", multi);
        json.put("required", required);
        json.put("caseExact", caseExact);
        json.put("mutability", mutability);
        json.put("returned", mutability.equals("writeOnly") ? "never" : "default");
        json.put("uniqueness", uniqueness);
        if (!canonical.isEmpty()) {
            json.put("canonicalValues", canonical);
        }
        if (!subs.isEmpty()) {
            json.put("subAttributes", subs.stream().map(Attr::json).toList());
        }
        return json;
    }
}
