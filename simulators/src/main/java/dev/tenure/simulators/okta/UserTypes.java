package dev.tenure.simulators.okta;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The user types of an organisation, each with a schema of its own. Guarded by its lock. */
final class UserTypes {

    static final String DEFAULT_ID = "otyfnjfba4ye7pgjB0g4";

    /** A user type. */
    record Type(String id, String name, String schemaId, ProfileRules rules) {
        boolean isDefault() {
            return id.equals(DEFAULT_ID);
        }
    }

    private final Map<String, Type> byId = new LinkedHashMap<>();

    UserTypes() {
        byId.put(DEFAULT_ID, new Type(DEFAULT_ID, "user", "default", new ProfileRules()));
    }

    static Type type(String id, String name, Collection<CustomAttribute> attributes) {
        ProfileRules rules = new ProfileRules();
        attributes.forEach(rules::add);
        return new Type(id, name, "osc" + id, rules);
    }

    void add(Type type) {
        byId.put(type.id(), type);
    }

    Type standard() {
        return get(DEFAULT_ID);
    }

    /** Finds a type by its id; {@code default} is a name for that of the organisation. */
    Type get(String id) {
        Type type = byId.get(id.equals("default") ? DEFAULT_ID : id);
        if (type == null) {
            throw Refusal.notFound(id, "UserType");
        }
        return type;
    }

    Type bySchema(String schemaId) {
        return byId.values().stream()
                .filter(type -> type.schemaId().equals(schemaId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(schemaId, "UserSchema"));
    }

    Collection<Type> all() {
        return byId.values();
    }

    void eachRules(Consumer<ProfileRules> action) {
        byId.values().forEach(type -> action.accept(type.rules()));
    }
}
