package dev.tenure.lifecycle.target;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
 * @param unique the attributes of which the target lets only one account have a value, whatever its case, and refuses it to
 *     any other as a {@link dev.tenure.lifecycle.failure.Conflict}; the login is always one of them. Accounts are found by
 *     each of them. By these a preview knows what will be refused, and in which order workers who swap or pass on values
 *     have to move (rules E10, S5); what a target refuses without saying so here no preview can know
 * @param lag how long an account may be missing from what {@link IdentityTarget#find} and {@link IdentityTarget#accounts}
 *     return after {@link IdentityTarget#create} was called for it, the time included for which the connector may wait before
 *     it sends anything; zero, as most targets promise, if they show it once it is made. An account whose create was cut off
 *     is not taken for not made before that time is over. If the call came back and nobody knows what it did, the time counts
 *     from then (rule S4)
 */
public record TargetDescription(
        Optional<AttributeSchema> schema,
        String login,
        Optional<String> email,
        Optional<String> firstName,
        Optional<String> lastName,
        List<String> keys,
        Set<String> unique,
        Duration lag) {

    /** Copies the collections, adds the login to what is unique, and refuses a negative lag. */
    public TargetDescription {
        if (lag.isNegative()) {
            throw new IllegalArgumentException("lag is " + lag + "; it must be zero or more");
        }
        keys = List.copyOf(keys);
        Set<String> withLogin = new TreeSet<>(unique);
        withLogin.add(login);
        unique = Set.copyOf(withLogin);
    }

    /**
     * Describes a target where only the login is unique.
     *
     * @param schema the attributes that it takes; empty where it cannot say
     * @param login the attribute that holds the login
     * @param email the attribute that holds the e-mail address, where accounts have one
     * @param firstName the attribute that holds the first name, where accounts have one
     * @param lastName the attribute that holds the last name, where accounts have one
     * @param keys the attributes of which each alone identifies a person
     */
    public TargetDescription(
            Optional<AttributeSchema> schema,
            String login,
            Optional<String> email,
            Optional<String> firstName,
            Optional<String> lastName,
            List<String> keys) {
        this(schema, login, email, firstName, lastName, keys, Set.of());
    }

    /**
     * Describes a target whose searches and listings show at once what is made.
     *
     * @param schema the attributes that it takes; empty where it cannot say
     * @param login the attribute that holds the login
     * @param email the attribute that holds the e-mail address, where accounts have one
     * @param firstName the attribute that holds the first name, where accounts have one
     * @param lastName the attribute that holds the last name, where accounts have one
     * @param keys the attributes of which each alone identifies a person
     * @param unique the attributes besides the login of which only one account may have a value
     */
    public TargetDescription(
            Optional<AttributeSchema> schema,
            String login,
            Optional<String> email,
            Optional<String> firstName,
            Optional<String> lastName,
            List<String> keys,
            Set<String> unique) {
        this(schema, login, email, firstName, lastName, keys, unique, Duration.ZERO);
    }

    /**
     * Says what else only one account may have a value of.
     *
     * @param attributes the attributes besides the login
     * @return the same description with these
     */
    public TargetDescription withUnique(Set<String> attributes) {
        return new TargetDescription(schema, login, email, firstName, lastName, keys, attributes, lag);
    }

    /**
     * Says how far searches and listings may be behind.
     *
     * @param behind how long an account may be missing after its create was called, zero or more
     * @return the same description with this lag
     */
    public TargetDescription withLag(Duration behind) {
        return new TargetDescription(schema, login, email, firstName, lastName, keys, unique, behind);
    }

    /**
     * Names all attributes that tell one account from another.
     *
     * @return the keys, and what is unique
     */
    public Set<String> identifying() {
        Set<String> all = new TreeSet<>(unique);
        all.addAll(keys);
        return Set.copyOf(all);
    }
}
