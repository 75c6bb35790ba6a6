package dev.tenure.workday.internal.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of Get_Workers.
 *
 * @param selection which workers
 * @param asOf the day as of which data are wanted
 * @param entryMoment the moment as known at which data are wanted; null for now, which must not go with a page
 * @param count how many workers a page has at most
 * @param blocks what is wanted of each
 * @param integrationSystem the id of the integration system whose field overrides are wanted, null for none
 */
public record WorkersQuery(
        Selection selection,
        LocalDate asOf,
        @Nullable Instant entryMoment,
        int count,
        Set<Block> blocks,
        @Nullable String integrationSystem) {

    /** Copies the set. */
    public WorkersQuery {
        blocks = Set.copyOf(blocks);
    }

    /** Which workers. */
    public sealed interface Selection {}

    /** Every worker, those who have left included. */
    public record Everyone() implements Selection {}

    /**
     * Those of whom something was entered within a time.
     *
     * @param from the beginning
     * @param through the end, not after Workday's own present
     */
    public record Entered(Instant from, Instant through) implements Selection {}

    /**
     * Those of whom something takes effect within a time.
     *
     * @param from the beginning
     * @param through the end
     * @param types the ids of the business process types that count; empty for all
     */
    public record Effective(Instant from, Instant through, List<String> types) implements Selection {
        /** Copies the list. */
        public Effective {
            types = List.copyOf(types);
        }
    }

    /**
     * Certain ones. Unknown ids fail nobody.
     *
     * @param ids the ids
     */
    public record Referenced(List<Ids.Id> ids) implements Selection {
        /** Copies the list. */
        public Referenced {
            ids = List.copyOf(ids);
        }
    }

    /** A part of a worker, secured by a domain of its own. */
    public enum Block {
        /** Names and contact data. */
        PERSONAL,
        /** Jobs and status. */
        EMPLOYMENT,
        /** Organizations of the types that are named by the other constants. */
        ORGANIZATIONS,
        /** Companies, with {@link #ORGANIZATIONS}. */
        COMPANIES,
        /** Cost centers, with {@link #ORGANIZATIONS}. */
        COST_CENTERS,
        /** Business units, with {@link #ORGANIZATIONS}. */
        BUSINESS_UNITS,
        /** The chain of managers. */
        MANAGEMENT_CHAIN,
        /** The transaction log. */
        LOG,
        /** The account in Workday. */
        ACCOUNT,
        /** Provisioning groups. */
        PROVISIONING
    }
}
