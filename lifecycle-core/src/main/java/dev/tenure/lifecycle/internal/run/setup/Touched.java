package dev.tenure.lifecycle.internal.run.setup;

import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.internal.plan.Fingerprinter;
import dev.tenure.lifecycle.internal.plan.PlaceMark;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.MappingRow;
import dev.tenure.lifecycle.plan.Change;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which attributes or which group a change is about, as keyed hashes: what the store keeps of it until its answer is known, so
 * that it is seen to although HR has taken it back meanwhile (rule S4). Safe for use by several threads.
 */
public final class Touched {

    /** Stands for what HR is to be told of an account; no attribute can have this name, since none is blank. */
    private static final String TELLING = "  ";

    private final Set<String> attributes = new TreeSet<>();
    private final Fingerprinter hashes;

    Touched(AttributeMapping rows, Fingerprinter hashes) {
        rows.rows().stream().map(MappingRow::attribute).forEach(attributes::add);
        attributes.add(PlaceMark.NAME);
        this.hashes = hashes;
    }

    /** What a change is about: of nothing, where its kind says all. */
    public Fingerprint of(Change change) {
        SortedMap<Long, Long> names = new TreeMap<>();
        switch (change.kind()) {
            case UPDATE -> change.attributes().forEach(one -> names.put(hashes.name(one.attribute()), 0L));
            case MOVE -> names.put(hashes.name(PlaceMark.NAME), 0L);
            case MEMBER_ADD, MEMBER_REMOVE -> change.groupId().ifPresent(id -> names.put(group(id), 0L));
            default -> {}
        }
        return Fingerprint.of(0, names);
    }

    /** That HR is to be told of contact data: it is open until that is done, whatever is called for meanwhile (part F). */
    public Fingerprint telling() {
        return Fingerprint.none().with(hashes.name(TELLING), 0L);
    }

    /** Whether HR is to be told, too. */
    public boolean tells(Fingerprint open) {
        return open.holds(hashes.name(TELLING));
    }

    /** The attributes that were touched, the place among them. */
    public Set<String> attributes(Fingerprint touched) {
        return touched.equals(Fingerprint.none())
                ? Set.of()
                : kept(attributes, name -> touched.holds(hashes.name(name)));
    }

    /**
     * Those of some groups that were touched: any may have been, where that was hashed with a secret that was replaced since,
     * as what the account was sent tells.
     */
    public Set<String> groups(Fingerprint touched, Collection<String> ids, Fingerprint sent) {
        if (touched.equals(Fingerprint.none())) {
            return Set.of();
        }
        boolean secretReplaced =
                !sent.equals(Fingerprint.none()) && attributes(sent).isEmpty();
        return kept(ids, id -> secretReplaced || touched.holds(group(id)));
    }

    private long group(String id) {
        return hashes.value(AttributeValue.of(id));
    }

    private static Set<String> kept(Collection<String> all, Predicate<String> which) {
        return all.stream().filter(which).collect(Collectors.toSet());
    }
}
