package dev.tenure.simulators.okta;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The groups of an organisation. Guarded by its lock. */
final class GroupDirectory {

    private static final String OWN = "OKTA_GROUP";
    private static final Set<String> FILTERABLE = Set.of("id", "type", "lastUpdated", "lastMembershipUpdated");

    private final InstantSource clock;
    private final Ids ids;
    private final Organisation.Settings settings;
    private final TreeMap<String, Group> byId = new TreeMap<>();
    private final Map<String, Group> byName = new HashMap<>();

    GroupDirectory(InstantSource clock, Ids ids, Organisation.Settings settings) {
        this.clock = clock;
        this.ids = ids;
        this.settings = settings;
    }

    Group create(Map<String, @Nullable Object> profile, String type) {
        String name = nameOf(profile);
        if (type.equals(OWN) && byName.containsKey(name)) {
            throw taken();
        }
        Group group = new Group(ids.next("00g"), type, clock.instant(), profile);
        byId.put(group.id, group);
        if (type.equals(OWN)) {
            byName.put(name, group);
        }
        return group;
    }

    Group get(String id) {
        Group group = byId.get(id);
        if (group == null) {
            throw Refusal.notFound(id, "UserGroup");
        }
        return group;
    }

    Group replace(Group group, Map<String, @Nullable Object> profile) {
        requireOwn(group);
        String name = nameOf(profile);
        Group owner = byName.get(name);
        if (owner != null && owner != group) {
            throw taken();
        }
        byName.remove(group.name());
        group.profile.clear();
        group.profile.putAll(profile);
        group.lastUpdated = clock.instant();
        byName.put(name, group);
        return group;
    }

    /** Gives the group that is gone, so that its members learn of it. */
    Group delete(String id) {
        Group group = get(id);
        requireOwn(group);
        byId.remove(id);
        byName.remove(group.name());
        return group;
    }

    void add(Group group, User user) {
        requireOwn(group);
        if (group.members.add(user.id)) {
            user.groups.add(group.id);
            group.lastMembershipUpdated = clock.instant();
        }
    }

    void remove(Group group, User user) {
        requireOwn(group);
        if (group.members.remove(user.id)) {
            user.groups.remove(group.id);
            group.lastMembershipUpdated = clock.instant();
        }
    }

    List<Group> list(Map<String, String> query, String after, int limit) {
        String search = query.get("search");
        String filter = query.get("filter");
        String prefix = query.getOrDefault("q", "").toLowerCase(Locale.ROOT);
        Filter wanted = search != null
                ? Filter.ofSearch(search)
                : filter != null ? Filter.ofFilter(filter, FILTERABLE) : new Filter.All(List.of());
        Instant seenUntil = clock.instant().minus(settings.searchLag);
        List<Group> page = new ArrayList<>();
        for (Group group : byId.tailMap(after, false).values()) {
            boolean seen = search == null || !group.lastUpdated.isAfter(seenUntil);
            boolean fits = wanted.fits(group::property)
                    && group.name().toLowerCase(Locale.ROOT).startsWith(prefix);
            if (page.size() < limit && seen && fits) {
                page.add(group);
            }
        }
        return page;
    }

    List<Group> all() {
        return List.copyOf(byId.values());
    }

    private static void requireOwn(Group group) {
        if (!group.type.equals(OWN)) {
            throw Refusal.of(403, "E0000023", "Operation failed because the group is mastered under another system");
        }
    }

    private static String nameOf(Map<String, @Nullable Object> profile) {
        if (!(profile.get("name") instanceof String name) || name.isBlank() || name.length() > 255) {
            throw Refusal.invalid("name", List.of("name: The field cannot be left blank"));
        }
        return name;
    }

    private static Refusal taken() {
        return Refusal.invalid(
                "name", List.of("name: An object with this field already exists in the current organization"));
    }
}
