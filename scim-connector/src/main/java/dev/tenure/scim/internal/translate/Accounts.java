package dev.tenure.scim.internal.translate;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.scim.internal.wire.Json;
import dev.tenure.scim.internal.wire.Resource;
import dev.tenure.scim.internal.wire.ScimPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes accounts of users: every value gets the name that a mapping has for it, such as {@code name.givenName}. Immutable.
 */
public final class Accounts {

    private final String target;

    /**
     * Makes a translator.
     *
     * @param target the name of the target
     */
    public Accounts(String target) {
        this.target = target;
    }

    /**
     * Translates a user.
     *
     * @param user what the service sent
     * @param known the attributes that a profile can have: services leave out what is empty, so that those which it did not
     *     send are empty
     * @return the account
     */
    public Account of(Resource user, Map<String, ScimPath> known) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        flatten(user.content(), "", values);
        known.forEach((name, path) -> {
            if (!values.containsKey(name)) {
                values.put(name, Values.any(path.read(user.content())));
            }
        });
        return new Account(
                new AccountRef(target, user.id()),
                Json.text(user.content().get("userName")).orElse(""),
                user.active() ? AccountStatus.ACTIVE : AccountStatus.DEACTIVATED,
                Attributes.of(values));
    }

    private static void flatten(
            Map<String, @Nullable Object> object, String prefix, Map<String, AttributeValue> values) {
        object.forEach((name, value) -> {
            if (name.isBlank() || (prefix.isEmpty() && Names.NOT_A_PROFILE.contains(name))) {
                return;
            }
            if (value instanceof List<?>) {
                list(prefix + name, Json.list(value), values);
            } else if (value instanceof Map<?, ?>) {
                boolean isExtension =
                        prefix.isEmpty() && name.toLowerCase(Locale.ROOT).startsWith("urn:");
                if (isExtension) {
                    flatten(Json.object(value), name + ":", values);
                } else {
                    parts(prefix + name + ".", Json.object(value), values);
                }
            } else {
                put(prefix + name, value, values);
            }
        });
    }

    private static void parts(String prefix, Map<String, @Nullable Object> object, Map<String, AttributeValue> values) {
        object.forEach((name, value) -> {
            if (!name.isBlank()) {
                put(prefix + name, value, values);
            }
        });
    }

    private static void list(String name, List<Object> elements, Map<String, AttributeValue> values) {
        AttributeValue array = Values.array(elements);
        if (!array.isNull()) {
            values.putIfAbsent(name, array);
        }
        for (Object element : elements) {
            Map<String, @Nullable Object> parts = Json.object(element);
            Json.text(parts.get("type"))
                    .ifPresent(type -> element(name + "[type eq " + Json.quoted(type) + "].", parts, values));
            if (Json.truth(parts.get("primary")).orElse(false)) {
                element(name + "[primary eq true].", parts, values);
            }
        }
    }

    private static void element(
            String prefix, Map<String, @Nullable Object> parts, Map<String, AttributeValue> values) {
        parts.forEach((name, value) -> {
            if (!name.isBlank() && !name.equalsIgnoreCase("type") && !name.equalsIgnoreCase("primary")) {
                put(prefix + name, value, values);
            }
        });
    }

    private static void put(String name, @Nullable Object value, Map<String, AttributeValue> values) {
        AttributeValue single = Values.single(value);
        if (single != null) {
            values.putIfAbsent(name, single);
        }
    }
}
