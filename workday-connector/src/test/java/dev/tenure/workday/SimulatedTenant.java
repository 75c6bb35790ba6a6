package dev.tenure.workday;

import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.testkit.contract.HrSourceFixture;
import dev.tenure.lifecycle.testkit.contract.Interruption;
import dev.tenure.lifecycle.testkit.contract.SampleWorker;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdayFault;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A simulated tenant and the connector to it, for the contract test. */
final class SimulatedTenant implements HrSourceFixture {

    private static final int PAGE = 4;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();
    private final Map<String, SampleWorker> known = new HashMap<>();
    private final Set<String> groups = new HashSet<>();
    private final HrSource source = connector(workday.endpoint());

    private WorkdaySource connector(String endpoint) {
        return WorkdaySource.builder(endpoint)
                .credentials(workday.user(), workday.password())
                .pageSize(PAGE)
                .overlap(Duration.ZERO)
                .effectiveChanges(false)
                .writeBack(EnumSet.allOf(ContactField.class))
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

    /** Workday tells changes apart by time, so time passes between two looks at the clock. */
    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void put(SampleWorker worker) {
        clock.advance(Duration.ofSeconds(1));
        SampleWorker before = known.put(worker.id(), worker);
        if (before == null) {
            workday.hire(
                    worker.id(),
                    worker.hireDate(),
                    edit -> edit.site(Site.LONDON)
                            .userName(worker.id())
                            .name(worker.firstName(), worker.lastName())
                            .mobilePhone(worker.mobilePhone().orElse("")));
        } else {
            workday.change(
                    worker.id(),
                    edit -> edit.name(worker.firstName(), worker.lastName())
                            .mobilePhone(worker.mobilePhone().orElse("")));
        }
        worker.terminationDate().ifPresent(date -> workday.terminate(worker.id(), Termination.on(date)));
        announce(worker);
        for (String group : groups) {
            boolean was = before != null && before.groups().contains(group);
            if (worker.groups().contains(group) != was) {
                if (was) {
                    workday.unassign(worker.id(), group);
                } else {
                    workday.assign(worker.id(), group);
                }
            }
        }
        clock.advance(Duration.ofSeconds(1));
    }

    private void announce(SampleWorker worker) {
        for (EmploymentEvent event : worker.events()) {
            switch (event.kind()) {
                case HIRE, RETURN -> workday.rehire(worker.id(), event.on());
                case TERMINATION -> workday.terminate(worker.id(), Termination.on(event.on()));
                case CHANGE -> workday.change(worker.id(), event.on(), edit -> edit.title("Director"));
            }
        }
    }

    /** Workday has no zone of an event: every date is meant where the worker is. */
    @Override
    public Set<EmploymentEvent.Kind> events() {
        return EnumSet.of(EmploymentEvent.Kind.HIRE, EmploymentEvent.Kind.TERMINATION, EmploymentEvent.Kind.CHANGE);
    }

    @Override
    public void remove(String id) {
        workday.purge(id);
    }

    @Override
    public void setGroups(List<ProvisioningGroup> all) {
        all.forEach(group -> {
            workday.group(group.id(), group.name());
            groups.add(group.id());
        });
    }

    /** The simulator keeps numbers as digits, Workday's own way; the contract's are grouped as in London. */
    @Override
    public Optional<String> contact(String id, ContactField field) {
        Map<String, String> contact = workday.contact(id);
        return switch (field) {
            case WORK_EMAIL -> Optional.ofNullable(contact.get("workEmail"));
            case HOME_EMAIL -> Optional.ofNullable(contact.get("homeEmail"));
            case WORK_PHONE -> grouped(contact.get("workPhone"));
            case HOME_PHONE -> grouped(contact.get("homePhone"));
            case MOBILE_PHONE -> grouped(contact.get("mobilePhone"));
        };
    }

    private static Optional<String> grouped(@Nullable String number) {
        return Optional.ofNullable(number)
                .map(digits -> digits.replaceFirst("^\\+44(\\d{2})(\\d{4})(\\d{4})$", "+44 $1 $2 $3"));
    }

    @Override
    public boolean interrupt(int page, Interruption how) {
        WorkdayFault fault =
                how == Interruption.BUSY ? WorkdayFault.unavailable(Duration.ofSeconds(1)) : WorkdayFault.truncated();
        workday.failAfter("Get_Workers", page - 1, fault);
        return true;
    }

    @Override
    public Optional<HrSource> unreachable() {
        WorkdaySimulator gone = WorkdaySimulator.builder(clock).start();
        gone.close();
        return Optional.of(connector(gone.endpoint()));
    }

    @Override
    public void close() {
        workday.close();
    }
}
