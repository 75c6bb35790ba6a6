package dev.tenure.lifecycle.plan;

import java.time.Instant;
import java.util.List;

/**
 * What an import would do, before anything is written (rule S5). Made by the engine, shown to people, and given back to
 * the same engine to be carried out. Holds values of persons: never stored or logged.
 */
public interface Plan {

    /**
     * Says which import this is the plan of.
     *
     * @return the kind of import
     */
    ImportKind kind();

    /**
     * Says for which moment it was made.
     *
     * @return the instant that every decision was made for
     */
    Instant madeAt();

    /**
     * Gives the workers for whom there is something to do, to ask or to say.
     *
     * @return one plan each, in the order in which HR returned them; last, who waits for an answer and is not returned any more
     */
    List<PersonPlan> people();

    /**
     * Gives the changes of the groups themselves.
     *
     * @return creates, renames and deletes of groups, in order
     */
    List<Change> groupChanges();

    /**
     * Gives what the safeguard would hold.
     *
     * @return one entry for each target and kind, empty if all would pass
     */
    List<HeldChanges> held();

    /**
     * Counts the workers for whom there is nothing to do.
     *
     * @return how many
     */
    int unchanged();

    /**
     * Gives what the import would report and do nothing about: workers who are absent, values changed at a target, groups
     * that are not ours.
     *
     * @return the notices, in the order in which they came up, the first thousand
     */
    List<Notice> notices();

    /**
     * Gives every change, those of groups included.
     *
     * @return all changes, in order
     */
    default List<Change> changes() {
        return java.util.stream.Stream.concat(
                        groupChanges().stream(), people().stream().flatMap(person -> person.changes().stream()))
                .toList();
    }
}
