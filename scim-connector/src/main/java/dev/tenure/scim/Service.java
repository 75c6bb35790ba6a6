package dev.tenure.scim;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.scim.internal.call.Answer;
import dev.tenure.scim.internal.call.ScimApi;
import dev.tenure.scim.internal.translate.Schemas;
import dev.tenure.scim.internal.wire.BulkOperation;
import dev.tenure.scim.internal.wire.Json;
import dev.tenure.scim.internal.wire.SchemaAttribute;
import dev.tenure.scim.internal.wire.ScimPath;
import dev.tenure.scim.internal.wire.ServiceConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the service: what it announces, read once when it is first needed, as far as no option says otherwise.
 * Safe for use by several threads.
 */
final class Service {

    private final ScimApi api;
    private final Options options;
    private volatile @Nullable ServiceConfig config;
    private volatile boolean patchIsRefused;
    private volatile @Nullable Map<String, ScimPath> known;

    Service(ScimApi api, Options options) {
        this.api = api;
        this.options = options;
    }

    boolean patches() {
        return switch (options.updates()) {
            case PATCH -> true;
            case PUT -> false;
            case AS_ANNOUNCED -> !patchIsRefused && announced().patch();
        };
    }

    /** The service announced PATCH, and refused the method: apps announce wrongly. Says whether PUT is to be tried. */
    boolean givesUpPatch() {
        patchIsRefused = options.updates() == Updates.AS_ANNOUNCED;
        return patchIsRefused;
    }

    boolean filters() {
        return switch (options.lookup()) {
            case FILTER -> true;
            case LISTING -> false;
            case AS_ANNOUNCED -> announced().filter();
        };
    }

    boolean byCursor() {
        return switch (options.pages()) {
            case CURSOR -> true;
            case INDEX -> false;
            case AS_ANNOUNCED -> announced().cursor();
        };
    }

    Optional<String> version(Optional<String> tag) {
        boolean used = switch (options.versions()) {
            case USED -> true;
            case IGNORED -> false;
            case AS_ANNOUNCED -> announced().etag();
        };
        return used ? tag : Optional.empty();
    }

    /** Says whether the service takes these in one call. */
    boolean takesBulk(List<BulkOperation> operations) {
        return options.bulk() == Bulk.AS_ANNOUNCED
                && operations.size() <= announced().bulkOperations()
                && Json.write(BulkOperation.body(operations)).size()
                        <= announced().bulkBytes();
    }

    /** Reads the schemas; a service that has none, or shows none, cannot say what it takes. */
    Optional<AttributeSchema> readSchema() {
        Optional<List<SchemaAttribute.Schema>> schemas = offered(api.schemas());
        if (schemas.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<String>> extensions = offered(api.userExtensions());
        Optional<AttributeSchema> schema = Schemas.of(schemas.get(), extensions, options.furtherAttributes());
        schema.ifPresent(found -> known = paths(found, schemas.get()));
        return schema;
    }

    /** The attributes that a user can have; none before the schema was read. */
    Map<String, ScimPath> known() {
        Map<String, ScimPath> paths = known;
        return paths == null ? Map.of() : paths;
    }

    private static Map<String, ScimPath> paths(AttributeSchema schema, List<SchemaAttribute.Schema> schemas) {
        Map<String, ScimPath> paths = new LinkedHashMap<>();
        for (String name : schema.names()) {
            ScimPath.parse(name)
                    .filter(path -> !path.attribute().equals("active"))
                    .filter(path -> isReturned(path, schemas))
                    .ifPresent(path -> paths.put(name, path));
        }
        return paths;
    }

    /** Of what is returned on request alone, or never, an answer without it says nothing. */
    private static boolean isReturned(ScimPath path, List<SchemaAttribute.Schema> schemas) {
        String urn = path.schema().orElse(ScimPath.USER);
        return schemas.stream()
                .filter(schema -> schema.urn().equalsIgnoreCase(urn))
                .flatMap(schema -> schema.attributes().stream())
                .filter(attribute -> attribute.name().equalsIgnoreCase(path.attribute()))
                .noneMatch(attribute -> attribute.returned().equals("request")
                        || attribute.returned().equals("never"));
    }

    private ServiceConfig announced() {
        ServiceConfig present = config;
        if (present == null) {
            present = offered(api.config()).orElse(ServiceConfig.UNKNOWN);
            config = present;
        }
        return present;
    }

    private static <T> Optional<T> offered(Answer<T> answer) {
        boolean isThere = !answer.isNotFound()
                && !answer.isNotOffered()
                && answer.failure().filter(PermissionMissing.class::isInstance).isEmpty();
        return isThere ? answer.orThrow() : Optional.empty();
    }
}
