package dev.tenure.workday.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer to Get_Provisioning_Groups.
 *
 * @param page the paging block
 * @param groups the groups
 */
public record GroupsAnswer(PageRecord page, List<GroupEntry> groups) {

    /**
     * A group.
     *
     * @param reference its ids
     * @param name its name
     */
    public record GroupEntry(Ids reference, @Nullable String name) {}
}
