package dev.tenure.workday.internal.read;

import dev.tenure.http.Urgency;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ConnectionReport.Check;
import dev.tenure.workday.internal.call.GroupPager;
import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.call.ReportClient;
import dev.tenure.workday.internal.translate.ReportTable;
import dev.tenure.workday.internal.wire.ContactChange;
import dev.tenure.workday.internal.wire.WorkerRecord;
import dev.tenure.workday.internal.wire.WorkersQuery;
import dev.tenure.workday.internal.wire.WorkersQuery.Everyone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tries what the settings need, one feature after the other (rule N3). Reads some workers and one row of each report. Where
 * contact data are to be written, it asks for a change of nothing for a worker that cannot exist: who may not do that is
 * told so, and who may, that there is no such worker.
 */
public final class ConnectionTest {

    private static final int SAMPLE = 50;
    private static final String NOBODY = "0".repeat(32);

    private final HumanResources service;
    private final ReportClient reports;
    private final ReadSettings settings;

    /**
     * Makes a test.
     *
     * @param service the service
     * @param reports reads custom reports
     * @param settings what is needed
     */
    public ConnectionTest(HumanResources service, ReportClient reports, ReadSettings settings) {
        this.service = service;
        this.reports = reports;
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
        List<WorkerRecord> sample = new ArrayList<>();
        checks.add(tried("read workers", () -> sample.addAll(sample(today, entry[0]))));
        checks.addAll(new BlockChecks(settings).of(sample));
        Probes probes = new Probes(service, settings);
        if (!sample.isEmpty()) {
            checks.add(probes.homeContact(sample, NOBODY));
            checks.add(probes.log(sample, today, entry[0]));
        }
        checks.add(tried("know the business processes", () -> probes.processTypes(today, entry[0])));
        if (settings.groups()) {
            checks.add(tried("read provisioning groups", () -> new GroupPager(service, today, entry[0]).next()));
        }
        if (settings.locationTimeZones()) {
            checks.add(tried("read time zones of locations", () -> service.locations(List.of())));
        }
        for (ReportSettings report : settings.reports()) {
            checks.add(tried("read report '" + report.query().name() + "'", () -> firstRow(report)));
        }
        for (String usage : settings.writeBack()) {
            checks.add(tried(
                    "write " + usage.toLowerCase(Locale.ROOT) + " contact data", () -> changeOfNothing(usage, today)));
        }
        return new ConnectionReport(checks);
    }

    private void firstRow(ReportSettings report) {
        ReportTable table = new ReportTable(report.keyColumn(), report.columns());
        reports.read(report.query(), Urgency.BULK, row -> {
            table.add(row);
            return false;
        });
        if (table.lacksKey()) {
            throw Reports.lacksKey(settings.source(), report);
        }
    }

    private void changeOfNothing(String usage, LocalDate today) {
        try {
            service.change(new ContactChange(usage, NOBODY, today, List.of(), List.of()));
        } catch (InvalidValue thereIsNoSuchWorker) {
            // As it should be: the permission is there, or Workday would have said so first.
        }
    }

    private List<WorkerRecord> sample(LocalDate today, Instant entry) {
        WorkersQuery some = new WorkersQuery(
                new Everyone(),
                today,
                entry,
                Math.min(SAMPLE, settings.pageSize()),
                settings.blocks(),
                settings.integrationSystem().orElse(null));
        return service.workers(some, 1).workers();
    }

    private static Check tried(String feature, Runnable attempt) {
        try {
            attempt.run();
            return new Check(feature, Optional.empty());
        } catch (ConnectorException problem) {
            return Check.failed(feature, problem);
        }
    }
}
