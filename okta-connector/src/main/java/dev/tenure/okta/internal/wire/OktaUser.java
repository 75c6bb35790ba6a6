package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonReader;
import dev.tenure.lifecycle.attribute.Attributes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A user as Okta sends it.
 *
 * @param id the id
 * @param status the status, by Okta's name
 * @param transitioningTo the status that an unfinished change leads to
 * @param profile the attributes that were sent
 */
public record OktaUser(String id, String status, Optional<String> transitioningTo, Attributes profile) {

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("id", "status", "transitioningToStatus", "profile");

    /**
     * Reads one user.
     *
     * @param body the JSON
     * @param names the names of attributes that are known
     * @return the user
     * @throws MalformedAnswer if it is none
     */
    public static OktaUser read(Buffer body, ProfileNames names) throws MalformedAnswer {
        return JsonIn.whole(body, reader -> read(reader, names));
    }

    /**
     * Reads a page of users.
     *
     * @param body the JSON
     * @param names the names of attributes that are known
     * @return the users, in order
     * @throws MalformedAnswer if it is none
     */
    public static List<OktaUser> readAll(Buffer body, ProfileNames names) throws MalformedAnswer {
        return JsonIn.whole(body, reader -> JsonIn.list(reader, each -> read(each, names)));
    }

    /**
     * Says whether the user is in a status, or on the way to it.
     *
     * @param name the status, by Okta's name
     * @return true if so
     */
    public boolean isOrBecomes(String name) {
        return transitioningTo.orElse(status).equals(name);
    }

    private static OktaUser read(JsonReader reader, ProfileNames names) throws IOException, MalformedAnswer {
        String id = null;
        String status = null;
        String transitioningTo = null;
        Attributes profile = Attributes.empty();
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> id = JsonIn.text(reader);
                case 1 -> status = JsonIn.text(reader);
                case 2 -> transitioningTo = JsonIn.text(reader);
                case 3 -> profile = ProfileJson.read(reader, names);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return of(id, status, transitioningTo, profile);
    }

    private static OktaUser of(
            @Nullable String id, @Nullable String status, @Nullable String transitioningTo, Attributes profile)
            throws MalformedAnswer {
        return new OktaUser(
                JsonIn.required(id, "id"),
                JsonIn.required(status, "status"),
                Optional.ofNullable(transitioningTo),
                profile);
    }

    private static void skip(JsonReader reader) throws IOException {
        reader.skipName();
        reader.skipValue();
    }

    /** Names the user and says nothing of the person. */
    @Override
    public String toString() {
        return "OktaUser[" + id + ", " + status + "]";
    }
}
