package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonReader;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The names of the attributes that an organisation's profiles have. Kept from one answer to the next, they are neither read
 * as texts nor stored for every user again. Safe for use by several threads: what one of them learns may get lost, and is
 * learnt again.
 */
public final class ProfileNames {

    private static final int MOST = 500;

    private volatile Known known = new Known(Attributes.empty());

    /** Starts with no name. */
    public ProfileNames() {}

    /** Gives the names that are known now. */
    Known known() {
        return known;
    }

    /** Keeps the names of a profile that had others than those which were known, unless they are too many to be kept. */
    void learn(Attributes profile) {
        Attributes like = known.like;
        int before = like.names().size();
        if (before == MOST || profile.names().size() > MOST) {
            return;
        }
        Attributes.Builder all = like.toBuilder();
        profile.names().forEach(name -> all.put(name, AttributeValue.NULL));
        Attributes more = all.build();
        if (more.names().size() > before && more.names().size() <= MOST) {
            known = new Known(more);
        }
    }

    /** Names at one moment. Immutable. */
    static final class Known {

        private final Attributes like;
        private final String[] names;
        private final JsonReader.Options options;

        private Known(Attributes like) {
            this.like = like;
            this.names = like.names().toArray(String[]::new);
            this.options = JsonReader.Options.of(names);
        }

        Attributes.Builder builder() {
            return Attributes.builderLike(like);
        }

        /** Reads a name if it is known; else leaves it to be read, and gives null. */
        @Nullable
        String next(JsonReader reader) throws IOException {
            int index = reader.selectName(options);
            return index < 0 ? null : names[index];
        }
    }
}
