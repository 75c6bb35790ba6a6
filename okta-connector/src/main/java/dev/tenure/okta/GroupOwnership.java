package dev.tenure.okta;

import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.okta.internal.call.Answer;
import dev.tenure.okta.internal.call.GroupCalls;
import dev.tenure.okta.internal.wire.OktaGroup;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which groups may be written to (rule G1): those that this target made. They say so in their description, where an
 * administrator sees it and can take a group back. A group is asked once. Safe for use by several threads.
 */
final class GroupOwnership {

    private final String target;
    private final GroupCalls groups;
    private final boolean ofEverybody;
    private final String mark;
    private final Set<String> ours = ConcurrentHashMap.newKeySet();

    GroupOwnership(String target, GroupCalls groups, boolean ofEverybody) {
        this.target = target;
        this.groups = groups;
        this.ofEverybody = ofEverybody;
        this.mark = "Kept by Tenure for target '" + target + "'";
    }

    /** Gives the description of a new group. */
    String mark() {
        return mark + "; members follow HR";
    }

    void made(String id) {
        ours.add(id);
    }

    /** Refuses a group of somebody else. One that is gone is for the call itself to find out. */
    void require(String id) {
        if (ofEverybody || ours.contains(id)) {
            return;
        }
        Answer<OktaGroup> answer = groups.read(id);
        if (answer.isNotFound()) {
            return;
        }
        if (!answer.orThrow().description().contains(mark)) {
            throw new Conflict(
                    target,
                    null,
                    "Okta's group " + id + " was not made by target '" + target
                            + "' and is left alone; call adoptGroups() where the target is built to write to such"
                            + " groups");
        }
        ours.add(id);
    }
}
