package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Profiles in JSON: attributes are typed by what JSON says of them. An object within a profile is passed over. */
public final class ProfileJson {

    /** Longer numbers are no attribute of a person, and would take long to compute with. */
    private static final int LONGEST_NUMBER = 64;

    private ProfileJson() {}

    /**
     * Writes the body that makes a user.
     *
     * @param profile the attributes; those without a value are left out
     * @param userType the id of the user type, if not the default
     * @return the JSON
     */
    public static ByteString newUser(Attributes profile, Optional<String> userType) {
        return json(writer -> {
            writer.beginObject();
            values(writer.name("profile"), profile);
            if (userType.isPresent()) {
                writer.name("type")
                        .beginObject()
                        .name("id")
                        .value(userType.get())
                        .endObject();
            }
            writer.endObject();
        });
    }

    /**
     * Writes the body that assigns a user to an application.
     *
     * @param user the user's id
     * @param profile attributes of the application's profile; those without a value are left out
     * @return the JSON
     */
    public static ByteString newAssignment(String user, Attributes profile) {
        return json(writer -> {
            writer.beginObject();
            writer.name("id").value(user);
            writer.name("scope").value("USER");
            if (!profile.names().isEmpty()) {
                values(writer.name("profile"), profile);
            }
            writer.endObject();
        });
    }

    /**
     * Writes the body that changes some attributes of a user, or of its profile for an application.
     *
     * @param values what to set; null clears
     * @return the JSON
     */
    public static ByteString change(Map<String, AttributeValue> values) {
        return json(writer -> {
            writer.beginObject();
            writer.name("profile").beginObject();
            for (Map.Entry<String, AttributeValue> attribute : values.entrySet()) {
                write(writer.name(attribute.getKey()), attribute.getValue());
            }
            writer.endObject();
            writer.endObject();
        });
    }

    private static void values(JsonWriter writer, Attributes profile) throws IOException {
        writer.beginObject();
        for (Map.Entry<String, AttributeValue> attribute : profile.asMap().entrySet()) {
            if (!attribute.getValue().isNull()) {
                write(writer.name(attribute.getKey()), attribute.getValue());
            }
        }
        writer.endObject();
    }

    static Attributes read(JsonReader reader, ProfileNames names) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            reader.nextNull();
            return Attributes.empty();
        }
        ProfileNames.Known known = names.known();
        Attributes.Builder profile = known.builder();
        boolean others = false;
        reader.beginObject();
        while (reader.hasNext()) {
            String name = known.next(reader);
            boolean another = name == null;
            if (name == null) {
                name = reader.nextName();
            }
            AttributeValue value = value(reader);
            if (value != null && !name.isBlank()) {
                profile.put(name, value);
                others |= another;
            }
        }
        reader.endObject();
        Attributes made = profile.build();
        if (others) {
            names.learn(made);
        }
        return made;
    }

    private static @Nullable AttributeValue value(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case STRING -> AttributeValue.normalised(reader.nextString());
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> AttributeValue.of(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield AttributeValue.NULL;
            }
            case BEGIN_ARRAY -> array(reader);
            default -> {
                reader.skipValue();
                yield null;
            }
        };
    }

    private static AttributeValue array(JsonReader reader) throws IOException {
        List<AttributeValue> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            AttributeValue element = value(reader);
            if (element != null && !element.isNull()) {
                elements.add(element);
            }
        }
        reader.endArray();
        return AttributeValue.of(elements);
    }

    private static AttributeValue number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("too long");
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            throw new NumberFormatException("too large or too small");
        }
        return text.matches("-?[0-9]{1,18}") ? AttributeValue.of(Long.parseLong(text)) : AttributeValue.of(number);
    }

    private static void write(JsonWriter writer, AttributeValue value) throws IOException {
        if (value instanceof AttributeValue.Bool truth) {
            writer.value(truth.value());
        } else if (value instanceof AttributeValue.Int number) {
            writer.value(number.value());
        } else if (value instanceof AttributeValue.Decimal number) {
            writer.value(number.value());
        } else if (value instanceof AttributeValue.Array array) {
            writer.beginArray();
            for (AttributeValue element : array.elements()) {
                write(writer, element);
            }
            writer.endArray();
        } else if (value.isNull()) {
            writer.nullValue();
        } else {
            writer.value(value.asText());
        }
    }

    /** Writes into a {@link JsonWriter}. */
    @FunctionalInterface
    interface Writing {
        void write(JsonWriter writer) throws IOException;
    }

    static ByteString json(Writing writing) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setSerializeNulls(true);
            writing.write(writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return buffer.readByteString();
    }
}
