package dev.tenure.workday.internal.read;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ConnectionReport.Check;
import dev.tenure.workday.internal.call.GroupPager;
import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.wire.WorkersQuery;
import dev.tenure.workday.internal.wire.WorkersQuery.Everyone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries what the settings need, one feature after the other (rule N3). Reads one worker at most. */
public final class ConnectionTest {

    private final HumanResources service;
    private final ReadSettings settings;

    /**
     * Makes a test.
     *
     * @param service the service
     * @param settings what is needed
     */
    public ConnectionTest(HumanResources service, ReadSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    /**
     * Runs the test.
     *
     * @return what was found
     */
    public ConnectionReport run() {
        List<Check> checks = new ArrayList<>();
        Instant[] entry = new Instant[1];
        checks.add(tried("connect", () -> entry[0] = service.serverTime()));
        if (entry[0] == null) {
            return new ConnectionReport(checks);
        }
        LocalDate today = entry[0].atOffset(ZoneOffset.UTC).toLocalDate();
        checks.add(tried("read workers", () -> sample(today, entry[0])));
        if (settings.groups()) {
            checks.add(tried("read provisioning groups", () -> new GroupPager(service, today, entry[0]).next()));
        }
        if (settings.locationTimeZones()) {
            checks.add(tried("read time zones of locations", () -> service.locations(List.of())));
        }
        return new ConnectionReport(checks);
    }

    private void sample(LocalDate today, Instant entry) {
        WorkersQuery one = new WorkersQuery(
                new Everyone(),
                today,
                entry,
                1,
                settings.blocks(),
                settings.integrationSystem().orElse(null));
        service.workers(one, 1);
    }

    private static Check tried(String feature, Runnable attempt) {
        try {
            attempt.run();
            return new Check(feature, Optional.empty());
        } catch (ConnectorException problem) {
            return new Check(feature, Optional.ofNullable(problem.getMessage()));
        }
    }
}
