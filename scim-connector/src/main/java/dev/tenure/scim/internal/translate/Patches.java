package dev.tenure.scim.internal.translate;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.scim.internal.wire.Json;
import dev.tenure.scim.internal.wire.PatchOperation;
import dev.tenure.scim.internal.wire.ScimPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes patches of changes. One operation for each value, at its own path: to replace a complex attribute as a whole loses
 * its other parts at some services.
 */
public final class Patches {

    private Patches() {}

    /**
     * Makes a patch that takes for granted that the elements of lists which it names are there.
     *
     * @param values what to set; null clears
     * @return the operations
     */
    public static List<PatchOperation> hopeful(Map<ScimPath, AttributeValue> values) {
        List<PatchOperation> operations = new ArrayList<>();
        values.forEach((path, value) -> operations.add(Values.isEmpty(value) ? remove(path) : replace(path, value)));
        return operations;
    }

    /**
     * Makes a patch for a user as it is now: elements that are missing are added, and what is not there is not removed.
     *
     * @param values what to set; null clears
     * @param user the user
     * @return the operations; none if there is nothing to do
     */
    public static List<PatchOperation> exact(Map<ScimPath, AttributeValue> values, Map<String, @Nullable Object> user) {
        List<PatchOperation> operations = new ArrayList<>();
        Map<ScimPath, Map<String, @Nullable Object>> missing = new LinkedHashMap<>();
        values.forEach((path, value) -> {
            boolean elementIsThere = path.selector().isEmpty() || path.parent().read(user) != null;
            if (Values.isEmpty(value)) {
                if (path.read(user) != null) {
                    operations.add(remove(path));
                }
            } else if (elementIsThere) {
                operations.add(replace(path, value));
            } else {
                ScimPath.Selector by = path.selector().orElseThrow();
                missing.computeIfAbsent(path.parent(), any -> {
                            Map<String, @Nullable Object> element = Json.object();
                            element.put(by.attribute(), by.value());
                            return element;
                        })
                        .put(path.sub().orElse("value"), Values.json(value));
            }
        });
        missing.forEach((path, element) -> operations.add(PatchOperation.add(path.whole(), List.of(element))));
        return operations;
    }

    /**
     * Makes a patch without paths: one value that names its attributes. Lists are sent whole, so the user must be known.
     *
     * @param values what to set; null clears, which is a removal at its path, since there is no other way
     * @param user the user as it is now
     * @return the operations; none if there is nothing to do
     */
    public static List<PatchOperation> byValue(
            Map<ScimPath, AttributeValue> values, Map<String, @Nullable Object> user) {
        Map<String, @Nullable Object> sent = Json.object();
        List<PatchOperation> operations = new ArrayList<>();
        values.forEach((path, value) -> {
            if (!Values.isEmpty(value)) {
                ScimPath whole = path.whole();
                Object list = path.selector().isEmpty() || whole.read(sent) != null ? null : whole.read(user);
                if (list != null) {
                    whole.write(sent, list);
                }
                path.write(sent, Values.json(value));
            } else if (path.read(user) != null) {
                operations.add(remove(path));
            }
        });
        if (!sent.isEmpty()) {
            operations.add(0, PatchOperation.replace(sent));
        }
        return operations;
    }

    /** A complex attribute with a value of its own, such as the manager, is sent as the object that it is. */
    private static PatchOperation replace(ScimPath path, AttributeValue value) {
        Object json = Values.json(value);
        boolean isWholeObject = path.selector().isEmpty()
                && path.sub().filter("value"::equalsIgnoreCase).isPresent();
        if (isWholeObject) {
            Map<String, @Nullable Object> object = Json.object();
            object.put("value", json);
            return PatchOperation.replace(path.parent(), object);
        }
        return PatchOperation.replace(
                path.selector().isPresent() && path.sub().isEmpty()
                        ? new ScimPath(path.schema(), path.attribute(), path.selector(), java.util.Optional.of("value"))
                        : path,
                json);
    }

    private static PatchOperation remove(ScimPath path) {
        boolean isWholeObject = path.sub().filter("value"::equalsIgnoreCase).isPresent();
        return PatchOperation.remove(isWholeObject ? path.parent() : path);
    }
}
