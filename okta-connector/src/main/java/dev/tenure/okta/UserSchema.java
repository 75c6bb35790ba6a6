package dev.tenure.okta;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.okta.internal.call.SchemaCalls;
import dev.tenure.okta.internal.translate.Schemas;
import dev.tenure.okta.internal.wire.SchemaProperty;
import dev.tenure.okta.internal.wire.UserType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The user type of new accounts and the attributes that it has, each read once. Safe for use by several threads, of which
 * two may read the same thing.
 */
final class UserSchema {

    private static final String STANDARD = "default";

    private final String target;
    private final SchemaCalls calls;
    private final Optional<String> wanted;
    private volatile @Nullable UserType type;
    private volatile @Nullable Known known;

    /** What was read; no attributes if the credentials may not read them. */
    private record Known(Optional<AttributeSchema> attributes, Set<String> unique) {}

    UserSchema(String target, SchemaCalls calls, Optional<String> wanted) {
        this.target = target;
        this.calls = calls;
        this.wanted = wanted;
    }

    /** Gives the id of the type that new accounts get; empty for that of the organisation. */
    Optional<String> typeId() {
        return type().map(UserType::id);
    }

    /** Gives the attributes; empty if the credentials may not read them. */
    Optional<AttributeSchema> attributes() {
        return known().attributes();
    }

    /** Gives the custom attributes of which only one user may have a value; none if the credentials may not read them. */
    Set<String> unique() {
        return known().unique();
    }

    private Known known() {
        Known found = known;
        if (found == null) {
            found = readable();
            known = found;
        }
        return found;
    }

    private Known readable() {
        try {
            List<SchemaProperty> properties = properties();
            return new Known(
                    Optional.of(Schemas.of(properties)),
                    properties.stream()
                            .filter(SchemaProperty::unique)
                            .map(SchemaProperty::name)
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (PermissionMissing doWithout) {
            return new Known(Optional.empty(), Set.of());
        }
    }

    /** Reads the attributes, as a test of the connection does. */
    AttributeSchema read() {
        return Schemas.of(properties());
    }

    private List<SchemaProperty> properties() {
        return calls.attributes(type().map(UserType::schemaId).orElse(STANDARD));
    }

    /** Gives the names of the attributes, as far as they were read already. */
    Collection<String> knownNames() {
        Known found = known;
        return found == null
                ? List.of()
                : found.attributes()
                        .<Collection<String>>map(AttributeSchema::names)
                        .orElse(List.of());
    }

    /** Gives the custom attributes of which only one user may have a value, as far as they were read already. */
    Set<String> knownUnique() {
        Known found = known;
        return found == null ? Set.of() : found.unique();
    }

    private Optional<UserType> type() {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        UserType found = type;
        if (found == null) {
            found = find(wanted.get());
            type = found;
        }
        return Optional.of(found);
    }

    private UserType find(String nameOrId) {
        List<UserType> types = calls.types();
        return types.stream()
                .filter(one -> one.id().equals(nameOrId) || one.name().equals(nameOrId))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        target,
                        null,
                        "Okta has no user type '" + nameOrId + "'; set 'userType' to one of "
                                + types.stream().map(UserType::name).toList()));
    }
}
