package dev.tenure.okta.internal.wire;

import okio.Buffer;

/**
 * The body of an answer that says no more than that a call was done: none, or a JSON object. A page of something in
 * between, which answers 200 as well, is not Okta's word that somebody was deactivated.
 */
public final class Acknowledgement {

    private Acknowledgement() {}

    /**
     * Reads it.
     *
     * @param body the body
     * @return true
     * @throws MalformedAnswer if it is not Okta's
     */
    public static boolean read(Buffer body) throws MalformedAnswer {
        if (body.exhausted()) {
            return true;
        }
        return JsonIn.whole(body, reader -> {
            reader.beginObject();
            while (reader.hasNext()) {
                reader.skipName();
                reader.skipValue();
            }
            reader.endObject();
            return true;
        });
    }
}
