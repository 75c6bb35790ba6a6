package dev.tenure.workday.internal.read;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.source.ConnectionReport.Check;
import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.translate.Later;
import dev.tenure.workday.internal.wire.ContactRecord;
import dev.tenure.workday.internal.wire.UsageRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import dev.tenure.workday.internal.wire.WorkersQuery;
import dev.tenure.workday.internal.wire.WorkersQuery.Block;
import dev.tenure.workday.internal.wire.WorkersQuery.Effective;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks where a sample alone cannot tell what is hidden from what nobody has: for home contact data by an operation that is
 * refused to whoever may not see them, for the transaction log by a hire that it must know of. What stays open is a doubt,
 * with the way to find out.
 */
final class Probes {

    private static final String HOME = "read home e-mail and phone";
    private static final String LOG = "read the transaction log";
    private static final String ACTIVATE =
            " (Get) to the integration user's security group and activate pending security policy changes";

    private final HumanResources service;
    private final ReadSettings settings;

    Probes(HumanResources service, ReadSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    /** Whoever asks for nobody is told that there is no such worker, or that it may not ask. */
    Check homeContact(List<WorkerRecord> sample, String nobody) {
        if (sample.stream().anyMatch(this::hasHome)) {
            return new Check(HOME, Optional.empty());
        }
        try {
            service.homeContact(nobody);
        } catch (InvalidValue thereIsNoSuchWorker) {
            return new Check(HOME, Optional.empty());
        } catch (PermissionMissing hidden) {
            return Check.lacksPermission(
                    HOME,
                    failed(HOME) + "none of " + sample.size()
                            + " workers looked at has any, and asking for them is not permitted; grant"
                            + " 'Person Data: Home Contact Information'" + ACTIVATE);
        } catch (ConnectorException unknown) {
            return doubt(
                    HOME,
                    "none of " + sample.size()
                            + " workers looked at has any, and Workday does not say whether they may be"
                            + " seen; open the home contact data of a worker as the integration user's security group,"
                            + " or see that it has 'Person Data: Home Contact Information' (Get)");
        }
        return new Check(HOME, Optional.empty());
    }

    /** The log must know of the latest hire of the sample, and tell of it. */
    Check log(List<WorkerRecord> sample, LocalDate today, Instant entry) {
        Optional<LocalDate> hired = sample.stream()
                .flatMap(worker -> Later.hireDate(worker).stream())
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo);
        if (hired.isEmpty()) {
            return doubt(
                    LOG,
                    "there is no worker who was hired, of whom it would have to tell; try again when there is one");
        }
        List<WorkerRecord> found;
        try {
            found = service.workers(around(hired.get(), today, entry), 1).workers();
        } catch (ConnectorException problem) {
            return Check.failed(LOG, problem);
        }
        if (found.isEmpty()) {
            return doubt(
                    LOG,
                    "it knows nothing of the day on which the latest of " + sample.size()
                            + " workers was hired, so that changes may go unseen: it is hidden, or the hire was loaded"
                            + " without a transaction; grant " + BlockChecks.UNKNOWN + ACTIVATE
                            + ", and see that a change made in Workday comes with the next incremental import");
        }
        boolean told = found.stream().anyMatch(worker -> !worker.log().isEmpty());
        return told || !settings.futureEvents()
                ? new Check(LOG, Optional.empty())
                : Check.lacksPermission(
                        LOG,
                        failed(LOG) + "it finds workers and does not show its entries; grant " + BlockChecks.UNKNOWN
                                + ACTIVATE + ", or switch 'futureEvents' off");
    }

    /** A window without length finds nobody, and is refused for an id that the tenant does not know. */
    void processTypes(LocalDate today, Instant entry) {
        List<String> types = Stream.of(settings.hireTypes(), settings.terminationTypes())
                .flatMap(List::stream)
                .toList();
        service.workers(query(new Effective(entry, entry, types), today, entry, Set.of()), 1);
    }

    private WorkersQuery around(LocalDate day, LocalDate today, Instant entry) {
        Effective window = new Effective(
                day.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                day.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC),
                List.of());
        Set<Block> blocks = settings.futureEvents() ? Set.of(Block.LOG) : Set.of();
        return query(window, today, entry, blocks);
    }

    private WorkersQuery query(Effective window, LocalDate today, Instant entry, Set<Block> blocks) {
        return new WorkersQuery(window, today, entry, settings.pageSize(), blocks, null);
    }

    private Check doubt(String feature, String text) {
        return Check.unsure(feature, settings.source() + ": " + feature + " is not sure: " + text);
    }

    private String failed(String feature) {
        return settings.source() + ": " + feature + " failed: ";
    }

    private boolean hasHome(WorkerRecord worker) {
        ContactRecord contact = worker.person() == null ? null : worker.person().contact();
        return contact != null
                && Stream.concat(
                                contact.emails().stream().map(email -> email.usages()),
                                contact.phones().stream().map(phone -> phone.usages()))
                        .anyMatch(usages ->
                                UsageRecord.find(usages, settings.usages().home()) != null);
    }
}
