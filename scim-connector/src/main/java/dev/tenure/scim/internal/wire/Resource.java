package dev.tenure.scim.internal.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A user or group as the service sends it.
 *
 * @param id the service's id
 * @param version what {@code If-Match} takes; empty if the service sent none
 * @param content the whole resource
 */
public record Resource(String id, Optional<String> version, Map<String, @Nullable Object> content) {

    /**
     * Reads one resource.
     *
     * @param body the JSON
     * @return the resource
     * @throws MalformedAnswer if it is none
     */
    public static Resource read(Buffer body) throws MalformedAnswer {
        return of(Json.read(body));
    }

    static Resource of(Map<String, @Nullable Object> content) throws MalformedAnswer {
        String id = Json.text(content.get("id"))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new MalformedAnswer("'id' is missing"));
        return new Resource(id, Json.text(Json.object(content.get("meta")).get("version")), content);
    }

    /**
     * Takes the version from the header of the answer, which some services keep current when what they store is not.
     *
     * @param header the {@code ETag}; empty if there was none
     * @return this resource, by that version if there is one
     */
    public Resource withVersion(Optional<String> header) {
        return header.isEmpty() ? this : new Resource(id, header, content);
    }

    /**
     * Says whether the user can be used.
     *
     * @return what {@code active} says; true where the service does not say (RFC 7643, 4.1.1)
     */
    public boolean active() {
        return Json.truth(content.get("active")).orElse(true);
    }

    /**
     * Gives the name of a group.
     *
     * @return its {@code displayName}; empty text if it has none
     */
    public String displayName() {
        return Json.text(content.get("displayName")).orElse("");
    }

    /**
     * Gives the members of a group that are users.
     *
     * @return their ids, each once
     */
    public List<String> memberIds() {
        return Json.list(content.get("members")).stream()
                .map(Json::object)
                .filter(member -> !isGroup(member))
                .map(member -> Json.text(member.get("value")))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static boolean isGroup(Map<String, @Nullable Object> member) {
        return Json.text(member.get("type")).filter("Group"::equalsIgnoreCase).isPresent()
                || Json.text(member.get("$ref"))
                        .filter(ref -> ref.contains("/Groups/"))
                        .isPresent();
    }

    /** Names the resource and says nothing of the person. */
    @Override
    public String toString() {
        return "Resource[" + id + "]";
    }
}
