package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint answers.
 *
 * @param accessToken the token; empty if it was refused
 * @param expiresIn for how many seconds it holds
 * @param error why it was refused, such as {@code invalid_client}; empty if it was not
 */
public record TokenAnswer(String accessToken, long expiresIn, String error) {

    private static final JsonReader.Options NAMES = JsonReader.Options.of("access_token", "expires_in", "error");

    /**
     * Reads an answer; one that is not JSON has empty parts.
     *
     * @param body the answer
     * @return what it says
     */
    public static TokenAnswer read(Buffer body) {
        try {
            return JsonIn.whole(body, TokenAnswer::read);
        } catch (MalformedAnswer fromAProxy) {
            return new TokenAnswer("", 0, "");
        }
    }

    private static TokenAnswer read(JsonReader reader) throws IOException {
        String token = null;
        String error = null;
        long expiresIn = 0;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> token = JsonIn.text(reader);
                case 1 -> expiresIn = reader.nextLong();
                case 2 -> error = JsonIn.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new TokenAnswer(safe(token, "[\\x21-\\x7e]+"), expiresIn, safe(error, "[a-z_]{1,40}"));
    }

    private static String safe(@Nullable String text, String form) {
        return text != null && text.matches(form) ? text : "";
    }

    /** Prints no token. */
    @Override
    public String toString() {
        return "TokenAnswer[" + error + "]";
    }
}
