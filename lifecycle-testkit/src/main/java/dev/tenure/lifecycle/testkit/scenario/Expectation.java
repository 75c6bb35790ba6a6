package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.testkit.RecordedCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a step is to have done and left behind. What is empty is not checked.
 *
 * @param calls exactly the writes that succeeded
 * @param users some users with some of their attributes, by login; empty for one that is not to be there
 * @param groups all groups with all members
 * @param pending all that waits for a person
 * @param failed all workers for whom something failed and is to be tried again
 * @param absent all linked workers that a full import no longer returned
 * @param held all that the safeguard holds
 * @param nextTransition when something is due
 */
record Expectation(
        Optional<List<RecordedCall>> calls,
        Optional<Map<String, Optional<User>>> users,
        Optional<Map<String, Set<String>>> groups,
        Optional<Set<Waiting>> pending,
        Optional<Set<String>> failed,
        Optional<Set<String>> absent,
        Optional<List<Held>> held,
        Optional<Due> nextTransition) {

    /** When something is due; empty for never. */
    record Due(Optional<Instant> at) {}

    /** What is expected of a user. */
    record User(Optional<AccountStatus> status, Map<String, AttributeValue> profile) {}

    /** What waits for a person. */
    record Waiting(String worker, String why) {
        @Override
        public String toString() {
            return worker + " " + why;
        }
    }

    /** What the safeguard holds. */
    record Held(ChangeKind op, int count, int of) {
        @Override
        public String toString() {
            return op + " " + count + " of " + of;
        }
    }
}
