package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a mapping can see for one worker: profiles by name, and facts for functions. What was not put in
 * was not read, and a row that needs it is left out. Immutable.
 */
public final class MappingInput {

    private final @Nullable Named profiles;
    private final @Nullable List<BoundProfile> workdayUsers;
    private final @Nullable List<BoundProfile> directoryUsers;
    private final @Nullable List<Group> groups;
    private final @Nullable Relative manager;
    private final @Nullable Relative assistant;
    private final @Nullable Map<String, BoundProfile> linked;
    private final Attributes internal;
    private final @Nullable Instant now;

    private MappingInput(Builder builder) {
        profiles = builder.profiles;
        workdayUsers = builder.workdayUsers;
        directoryUsers = builder.directoryUsers;
        groups = builder.groups;
        manager = builder.manager;
        assistant = builder.assistant;
        linked = builder.linked;
        internal = builder.internal;
        now = builder.now;
    }

    /** A profile and those that were bound before it: few, so that to look at each costs less than a map. */
    private record Named(
            String name, BoundProfile profile, @Nullable Named before) {}

    /** A manager or assistant with profiles that are bound once. */
    record Relative(BoundProfile user, Map<String, BoundProfile> apps) {

        static final Relative NOBODY = new Relative(BoundProfile.NOBODY, Map.of());

        BoundProfile app(String name) {
            return apps.getOrDefault(name, BoundProfile.NOBODY);
        }
    }

    /**
     * Starts with nothing read.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Nullable
    BoundProfile profile(String name) {
        String wanted = canonical(name);
        for (Named each = profiles; each != null; each = each.before()) {
            if (each.name().equals(wanted)) {
                return each.profile();
            }
        }
        return null;
    }

    Set<String> profileNames() {
        Set<String> names = new TreeSet<>();
        for (Named each = profiles; each != null; each = each.before()) {
            names.add(each.name());
        }
        return names;
    }

    @Nullable
    List<BoundProfile> workdayUsers() {
        return workdayUsers;
    }

    @Nullable
    List<BoundProfile> directoryUsers() {
        return directoryUsers;
    }

    @Nullable
    List<Group> groups() {
        return groups;
    }

    @Nullable
    Relative manager() {
        return manager;
    }

    @Nullable
    Relative assistant() {
        return assistant;
    }

    @Nullable
    Map<String, BoundProfile> linked() {
        return linked;
    }

    @Nullable
    AttributeValue internal(String property) {
        return internal.asMap().get(property);
    }

    @Nullable
    Instant now() {
        return now;
    }

    /** {@code appUser} is the other spelling of {@code appuser}. */
    private static String canonical(String name) {
        return name.equals("appUser") ? "appuser" : name;
    }

    /** Names the profiles and prints no value. */
    @Override
    public String toString() {
        return "MappingInput" + profileNames();
    }

    /** Collects what expressions can see. Not for use by several threads. */
    public static final class Builder {

        private @Nullable Named profiles;
        private @Nullable List<BoundProfile> workdayUsers;
        private @Nullable List<BoundProfile> directoryUsers;
        private @Nullable List<Group> groups;
        private @Nullable Relative manager;
        private @Nullable Relative assistant;
        private @Nullable Map<String, BoundProfile> linked;
        private Attributes internal = Attributes.empty();
        private @Nullable Instant now;

        private Builder() {}

        /**
         * Binds the profile on the left of the mapping, as {@code source}, as {@code appuser}, and by its bare names.
         *
         * @param source the profile
         * @return this builder
         */
        public Builder source(Attributes source) {
            BoundProfile bound = new BoundProfile(source);
            return profile("source", bound).profile("appuser", bound);
        }

        /**
         * Binds the identity profile as {@code user}.
         *
         * @param user the profile
         * @return this builder
         */
        public Builder user(Attributes user) {
            return profile("user", user);
        }

        /**
         * Binds the properties of the app mapped to as {@code target_app}.
         *
         * @param properties the properties
         * @return this builder
         */
        public Builder targetApp(Attributes properties) {
            return profile("target_app", properties);
        }

        /**
         * Binds the properties of the app that the mapping belongs to as {@code app}.
         *
         * @param properties the properties
         * @return this builder
         */
        public Builder app(Attributes properties) {
            return profile("app", properties);
        }

        /**
         * Binds the properties of the organisation as {@code org}.
         *
         * @param properties the properties
         * @return this builder
         */
        public Builder org(Attributes properties) {
            return profile("org", properties);
        }

        /**
         * Binds a profile.
         *
         * @param name the name that expressions use
         * @param attributes the profile
         * @return this builder
         */
        public Builder profile(String name, Attributes attributes) {
            return profile(name, new BoundProfile(attributes));
        }

        private Builder profile(String name, BoundProfile bound) {
            profiles = new Named(canonical(name), bound, profiles);
            return this;
        }

        /**
         * Binds profiles by name.
         *
         * @param named profiles by the name that expressions use
         * @return this builder
         */
        public Builder profiles(Map<String, Attributes> named) {
            named.forEach(this::profile);
            return this;
        }

        /**
         * Gives the Workday app users assigned to the user.
         *
         * @param users their profiles, none included
         * @return this builder
         */
        public Builder workdayUsers(Collection<Attributes> users) {
            workdayUsers = bound(users);
            return this;
        }

        /**
         * Gives the directory app users assigned to the user.
         *
         * @param users their profiles, none included
         * @return this builder
         */
        public Builder directoryUsers(Collection<Attributes> users) {
            directoryUsers = bound(users);
            return this;
        }

        /**
         * Gives the groups that the user is a member of.
         *
         * @param memberOf the groups, none included
         * @return this builder
         */
        public Builder groups(Collection<Group> memberOf) {
            groups = List.copyOf(memberOf);
            return this;
        }

        /**
         * Gives the manager as the directory knows it.
         *
         * @param person the manager; empty if it is known that there is none
         * @return this builder
         */
        public Builder manager(Optional<Person> person) {
            manager = relative(person);
            return this;
        }

        /**
         * Gives the assistant as the directory knows it.
         *
         * @param person the assistant; empty if it is known that there is none
         * @return this builder
         */
        public Builder assistant(Optional<Person> person) {
            assistant = relative(person);
            return this;
        }

        /**
         * Gives the linked objects.
         *
         * @param profiles the profile at the other end of each primary relationship
         * @return this builder
         */
        public Builder linked(Map<String, Attributes> profiles) {
            Map<String, BoundProfile> bound = new HashMap<>();
            profiles.forEach((name, profile) -> bound.put(name, new BoundProfile(profile)));
            linked = Map.copyOf(bound);
            return this;
        }

        /**
         * Gives the internal properties {@code id} and {@code status} of the user.
         *
         * @param properties the properties
         * @return this builder
         */
        public Builder internal(Attributes properties) {
            internal = properties;
            return this;
        }

        /**
         * Gives the instant that is now.
         *
         * @param instant the instant
         * @return this builder
         */
        public Builder now(Instant instant) {
            now = instant;
            return this;
        }

        /**
         * Makes the input.
         *
         * @return what was put so far
         */
        public MappingInput build() {
            return new MappingInput(this);
        }

        private static List<BoundProfile> bound(Collection<Attributes> users) {
            List<BoundProfile> bound = new ArrayList<>(users.size());
            users.forEach(user -> bound.add(new BoundProfile(user)));
            return bound;
        }

        private static Relative relative(Optional<Person> person) {
            if (person.isEmpty()) {
                return Relative.NOBODY;
            }
            Map<String, BoundProfile> apps = new HashMap<>();
            person.get().apps().forEach((name, profile) -> apps.put(name, new BoundProfile(profile)));
            return new Relative(new BoundProfile(person.get().user()), Map.copyOf(apps));
        }
    }
}
