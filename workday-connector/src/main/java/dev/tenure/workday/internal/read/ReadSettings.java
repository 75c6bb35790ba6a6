package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.wire.UsageTypes;
import dev.tenure.workday.internal.wire.WorkersQuery.Block;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How workers are read.
 *
 * @param source the source's name
 * @param byWid whether Workday's own id is the key of a worker
 * @param pageSize how many workers a page has
 * @param ahead whether the next page is fetched while one is read and used
 * @param overlap how far before the watermark a read begins
 * @param effectiveChanges whether a read of changes also asks for those that were entered earlier and come due
 * @param hireTypes the ids of the business process types that begin an employment
 * @param terminationTypes the ids of the business process types that end an employment
 * @param blocks what is wanted of each worker
 * @param integrationSystem the id of the integration system with field overrides
 * @param locationTimeZones whether the zones of locations are read
 * @param managerNames whether the user names of managers are looked up
 * @param reports custom reports whose columns are attributes
 * @param usages the ids of the usage types of contact data
 * @param writeBack the usages of which contact data may be written, of WORK and HOME
 */
public record ReadSettings(
        String source,
        boolean byWid,
        int pageSize,
        boolean ahead,
        Duration overlap,
        boolean effectiveChanges,
        List<String> hireTypes,
        List<String> terminationTypes,
        Set<Block> blocks,
        Optional<String> integrationSystem,
        boolean locationTimeZones,
        boolean managerNames,
        List<ReportSettings> reports,
        UsageTypes usages,
        Set<String> writeBack) {

    /** Copies the collections. */
    public ReadSettings {
        hireTypes = List.copyOf(hireTypes);
        terminationTypes = List.copyOf(terminationTypes);
        reports = List.copyOf(reports);
        writeBack = Set.copyOf(writeBack);
        blocks = Set.copyOf(blocks);
    }

    boolean futureEvents() {
        return blocks.contains(Block.LOG);
    }

    boolean groups() {
        return blocks.contains(Block.PROVISIONING);
    }
}
