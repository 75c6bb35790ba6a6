package dev.tenure.okta;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.okta.internal.call.SchemaCalls;
import dev.tenure.okta.internal.translate.Schemas;
import dev.tenure.okta.internal.wire.UserType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    private record Known(Optional<AttributeSchema> attributes) {}

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
        Known found = known;
        if (found == null) {
            found = new Known(readable());
            known = found;
        }
        return found.attributes();
    }

    private Optional<AttributeSchema> readable() {
        try {
            return Optional.of(read());
        } catch (PermissionMissing doWithout) {
            return Optional.empty();
        }
    }

    /** Reads the attributes, as a test of the connection does. */
    AttributeSchema read() {
        return Schemas.of(calls.attributes(type().map(UserType::schemaId).orElse(STANDARD)));
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
