package dev.tenure.lifecycle.target;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import java.util.List;
import java.util.Optional;

/**
 * What a target says of itself.
 *
 * @param schema the attributes that it takes; empty where it cannot say
 * @param login the attribute that holds the login
 * @param email the attribute that holds the e-mail address, where accounts have one
 * @param firstName the attribute that holds the first name, where accounts have one
 * @param lastName the attribute that holds the last name, where accounts have one
 * @param keys the attributes of which each alone identifies a person, for exact matches (rule E7); usually login and
 *     e-mail
 */
public record TargetDescription(
        Optional<AttributeSchema> schema,
        String login,
        Optional<String> email,
        Optional<String> firstName,
        Optional<String> lastName,
        List<String> keys) {

    /** Copies the list. */
    public TargetDescription {
        keys = List.copyOf(keys);
    }
}
