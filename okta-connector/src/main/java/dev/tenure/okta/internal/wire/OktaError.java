package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What Okta says of a failure. The causes may hold personal data: they are looked at and never repeated.
 *
 * @param code the error code, such as {@code E0000001}; empty if the answer has none
 * @param id what Okta's support finds the failure by; empty if the answer has none
 * @param causes what is wrong, in words; the summary comes last
 */
public record OktaError(String code, String id, List<String> causes) {

    /** No failure. */
    public static final OktaError NONE = new OktaError("", "", List.of());

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("errorCode", "errorId", "errorCauses", "errorSummary");

    /** Copies the list. */
    public OktaError {
        causes = List.copyOf(causes);
    }

    /**
     * Reads what there is; an answer that is no error of Okta's gives empty parts.
     *
     * @param body the answer
     * @return the error
     */
    public static OktaError read(Buffer body) {
        try {
            return JsonIn.whole(body, OktaError::read);
        } catch (MalformedAnswer fromAProxy) {
            return NONE;
        }
    }

    private static OktaError read(JsonReader reader) throws IOException, MalformedAnswer {
        String code = null;
        String id = null;
        String summary = null;
        List<String> causes = new ArrayList<>();
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> code = JsonIn.text(reader);
                case 1 -> id = JsonIn.text(reader);
                case 2 -> causes.addAll(causes(reader));
                case 3 -> summary = JsonIn.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        if (summary != null) {
            causes.add(summary);
        }
        return new OktaError(safe(code, "E[0-9]{7}"), safe(id, "[A-Za-z0-9_-]{1,64}"), causes);
    }

    private static List<String> causes(JsonReader reader) throws IOException, MalformedAnswer {
        if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) {
            reader.skipValue();
            return List.of();
        }
        List<String> causes = new ArrayList<>();
        JsonIn.list(reader, OktaError::cause).stream()
                .filter(text -> !text.isEmpty())
                .forEach(causes::add);
        return causes;
    }

    private static String cause(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
            reader.skipValue();
            return "";
        }
        String text = null;
        reader.beginObject();
        while (reader.hasNext()) {
            if (reader.nextName().equals("errorSummary")) {
                text = JsonIn.text(reader);
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
        return text == null ? "" : text;
    }

    /** What goes into messages has the form it should have, or does not go. */
    private static String safe(@Nullable String text, String form) {
        return text != null && text.matches(form) ? text : "";
    }

    /** Prints code and id alone. */
    @Override
    public String toString() {
        return "OktaError[" + code + ", " + id + "]";
    }
}
