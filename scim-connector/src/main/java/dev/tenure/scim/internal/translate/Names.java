package dev.tenure.scim.internal.translate;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.scim.internal.wire.ScimPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Names of attributes as paths. */
public final class Names {

    /** What is not an attribute of a profile: it is the service's own, or has a call of its own. */
    static final Set<String> NOT_A_PROFILE = Set.of("id", "schemas", "meta", "active", "groups", "password");

    private Names() {}

    /**
     * Reads the names of values.
     *
     * @param target the target's name, for the exception
     * @param values values by name
     * @return values by path, in the same order
     * @throws InvalidValue if a name is no path, or not that of an attribute of a profile
     */
    public static Map<ScimPath, AttributeValue> paths(String target, Map<String, AttributeValue> values) {
        Map<ScimPath, AttributeValue> paths = new LinkedHashMap<>();
        values.forEach((name, value) -> paths.put(path(target, name), value));
        return paths;
    }

    private static ScimPath path(String target, String name) {
        ScimPath path = ScimPath.parse(name)
                .orElseThrow(() -> new InvalidValue(
                        target,
                        name,
                        "Attribute '" + name + "' is no SCIM path; name the row like userName, name.givenName,"
                                + " emails[type eq \"work\"].value or urn:...:User:department"));
        if (path.schema().isEmpty() && NOT_A_PROFILE.contains(path.attribute())) {
            throw new InvalidValue(
                    target,
                    name,
                    "Attribute '" + name + "' is not written by a mapping: it is the service's own, or set by the"
                            + " lifecycle; take the row out");
        }
        return path;
    }
}
