package dev.tenure.successfactors;

import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.testkit.contract.HrSourceFixture;
import dev.tenure.lifecycle.testkit.contract.Interruption;
import dev.tenure.lifecycle.testkit.contract.SampleWorker;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.simulators.successfactors.SuccessFactorsFault;
import dev.tenure.simulators.successfactors.SuccessFactorsSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A simulated company and the connector to it, for the contract test. */
final class SimulatedCompany implements HrSourceFixture {

    private static final int PAGE = 4;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final SuccessFactorsSimulator successFactors = SuccessFactorsSimulator.start(clock);
    private final Map<String, SampleWorker> known = new HashMap<>();
    private final HrSource source = connector(successFactors.endpoint());

    private SuccessFactorsSource connector(String endpoint) {
        return SuccessFactorsSource.builder(endpoint)
                .credentials(successFactors.company(), successFactors.user(), successFactors.password())
                .pageSize(PAGE)
                .overlap(Duration.ZERO)
                .writeBack(EnumSet.of(ContactField.WORK_EMAIL, ContactField.WORK_PHONE))
                .clock(clock)
                .build();
    }

    @Override
    public HrSource source() {
        return source;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    /** SuccessFactors tells changes apart by time, so time passes between two looks at the clock. */
    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void put(SampleWorker worker) {
        clock.advance(Duration.ofSeconds(1));
        String mobile = worker.mobilePhone().orElse("");
        if (known.put(worker.id(), worker) == null) {
            successFactors.hire(worker.id(), worker.hireDate(), edit -> {
                edit.userName(worker.id())
                        .name(worker.firstName(), worker.lastName())
                        .email(worker.id() + "@contract.test");
                if (!mobile.isEmpty()) {
                    edit.phone("C", mobile, false);
                }
            });
        } else {
            successFactors.change(worker.id(), edit -> {
                edit.name(worker.firstName(), worker.lastName());
                if (mobile.isEmpty()) {
                    edit.withoutPhone("C");
                } else {
                    edit.phone("C", mobile, false);
                }
            });
        }
        worker.terminationDate().ifPresent(last -> successFactors.terminate(worker.id(), last, "TERVCAR"));
        announce(worker);
        clock.advance(Duration.ofSeconds(1));
    }

    /** Who comes back elsewhere has another employment there, and another for each time. */
    private void announce(SampleWorker worker) {
        String user = worker.id();
        for (EmploymentEvent event : worker.events()) {
            if (event.kind() == EmploymentEvent.Kind.TERMINATION) {
                successFactors.terminate(user, event.on(), "TERVCAR");
            } else if (event.timeZone().isPresent()) {
                user = worker.id() + "-" + event.on();
                String zone = event.timeZone().get();
                successFactors.employ(worker.id(), user, event.on(), "ST", edit -> edit.job("timezone", zone));
            } else {
                successFactors.rehire(user, event.on());
            }
        }
    }

    /** By the connector's default policy who comes back is hired anew; other changes are told on their day. */
    @Override
    public Set<EmploymentEvent.Kind> events() {
        return EnumSet.of(EmploymentEvent.Kind.HIRE, EmploymentEvent.Kind.TERMINATION);
    }

    @Override
    public Optional<String> zoneOfEvents() {
        return Optional.of("Asia/Tokyo");
    }

    @Override
    public void remove(String id) {
        successFactors.purge(id);
    }

    @Override
    public Optional<String> contact(String id, ContactField field) {
        boolean email = field == ContactField.WORK_EMAIL;
        return successFactors.records(email ? "PerEmail" : "PerPhone", id).stream()
                .filter(row -> Boolean.TRUE.equals(row.get("isPrimary")))
                .map(row -> String.valueOf(row.get(email ? "emailAddress" : "phoneNumber")))
                .findFirst();
    }

    @Override
    public boolean interrupt(int page, Interruption how) {
        if (how == Interruption.BUSY) {
            // One call more comes first: the one that asks for the time.
            successFactors.failAfter("PerPerson", page, 1, SuccessFactorsFault.unavailable(Duration.ofSeconds(1)));
        } else {
            successFactors.failAfter("PerPerson", page, 1_000, SuccessFactorsFault.truncated());
        }
        return true;
    }

    @Override
    public Optional<HrSource> unreachable() {
        SuccessFactorsSimulator gone = SuccessFactorsSimulator.start(clock);
        gone.close();
        return Optional.of(connector(gone.endpoint()));
    }

    @Override
    public void close() {
        successFactors.close();
    }
}
