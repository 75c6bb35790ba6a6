package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okio.Buffer;

/**
 * A user as an application has it.
 *
 * @param id the id of the user
 * @param scope {@code USER} for a single assignment, {@code GROUP} for one through a group
 * @param status such as {@code ACTIVE} or {@code PROVISIONED}
 * @param syncState such as {@code SYNCHRONIZED}; empty if Okta does not say
 * @param externalId the id of the account in the application; empty if there is none yet
 */
public record AppUser(String id, String scope, String status, Optional<String> syncState, Optional<String> externalId) {

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("id", "scope", "status", "syncState", "externalId");

    /**
     * Reads one.
     *
     * @param body the JSON
     * @return the user
     * @throws MalformedAnswer if it is none
     */
    public static AppUser read(Buffer body) throws MalformedAnswer {
        return JsonIn.whole(body, AppUser::read);
    }

    /**
     * Reads a page.
     *
     * @param body the JSON
     * @return the users, in order
     * @throws MalformedAnswer if it is none
     */
    public static List<AppUser> readAll(Buffer body) throws MalformedAnswer {
        return JsonIn.whole(body, reader -> JsonIn.list(reader, AppUser::read));
    }

    private static AppUser read(JsonReader reader) throws IOException, MalformedAnswer {
        String id = null;
        String scope = null;
        String status = null;
        String syncState = null;
        String externalId = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> id = JsonIn.text(reader);
                case 1 -> scope = JsonIn.text(reader);
                case 2 -> status = JsonIn.text(reader);
                case 3 -> syncState = JsonIn.text(reader);
                case 4 -> externalId = JsonIn.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new AppUser(
                JsonIn.required(id, "id"),
                JsonIn.required(scope, "scope"),
                JsonIn.required(status, "status"),
                Optional.ofNullable(syncState),
                Optional.ofNullable(externalId));
    }

    /** Names the user and says nothing of its account. */
    @Override
    public String toString() {
        return "AppUser[" + id + ", " + status + "]";
    }
}
