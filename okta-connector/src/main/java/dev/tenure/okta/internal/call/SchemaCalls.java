package dev.tenure.okta.internal.call;

import dev.tenure.okta.internal.wire.SchemaProperty;
import dev.tenure.okta.internal.wire.UserType;
import java.util.List;
import okhttp3.HttpUrl;

/** The calls about user types and their schemas. Safe for use by several threads. */
public final class SchemaCalls {

    private static final String READ_SCHEMA =
            "scope okta.schemas.read and an administrator role that may view the profile editor";
    private static final String READ_TYPES =
            "scope okta.userTypes.read and an administrator role that may view the profile editor";

    private final Caller caller;

    SchemaCalls(Caller caller) {
        this.caller = caller;
    }

    /**
     * Reads the user schema.
     *
     * @param schemaId {@code default}, or the id of a user type's schema
     * @return its attributes
     */
    public List<SchemaProperty> attributes(String schemaId) {
        Operation operation = Operation.of("reading of the user schema", "", Bucket.REST, READ_SCHEMA);
        HttpUrl url = caller.path("meta")
                .addPathSegments("schemas/user")
                .addPathSegment(schemaId)
                .build();
        return caller.read(caller.expect(caller.get(operation, url)), SchemaProperty::readAll);
    }

    /**
     * Lists the user types.
     *
     * @return the types
     */
    public List<UserType> types() {
        Operation operation = Operation.of("reading of the user types", "", Bucket.REST, READ_TYPES);
        HttpUrl url = caller.path("meta").addPathSegments("types/user").build();
        return caller.read(caller.expect(caller.get(operation, url)), UserType::readAll);
    }
}
