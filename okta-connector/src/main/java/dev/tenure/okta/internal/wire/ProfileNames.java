package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonReader;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import java.io.IOException;

/**
 * The names of the attributes on a page. The profiles of an organisation mostly have the same ones, which then are neither
 * read as texts nor stored for every user again. For one thread.
 */
final class ProfileNames {

    private static final int MOST = 500;

    private Attributes like = Attributes.empty();
    private String[] names = {};
    private JsonReader.Options options = JsonReader.Options.of();
    private boolean another;

    Attributes.Builder builder() {
        another = false;
        return Attributes.builderLike(like);
    }

    String next(JsonReader reader) throws IOException {
        int index = reader.selectName(options);
        if (index >= 0) {
            return names[index];
        }
        another = true;
        return reader.nextName();
    }

    /** Keeps the names of a profile for the next one. */
    Attributes learn(Attributes profile) {
        if (another && like.names().size() < MOST) {
            Attributes.Builder all = like.toBuilder();
            profile.names().forEach(name -> all.put(name, AttributeValue.NULL));
            like = all.build();
            names = like.names().toArray(String[]::new);
            options = JsonReader.Options.of(names);
        }
        return profile;
    }
}
