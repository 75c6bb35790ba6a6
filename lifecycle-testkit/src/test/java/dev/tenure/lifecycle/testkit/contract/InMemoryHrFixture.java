package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The in-memory source as the contract sees it, with something wrong in front of it if a test wants that. */
final class InMemoryHrFixture implements HrSourceFixture {

    private static final Map<ContactField, String> ATTRIBUTES = Map.of(
            ContactField.WORK_EMAIL, "email",
            ContactField.HOME_EMAIL, "secondEmail",
            ContactField.WORK_PHONE, "workPhone",
            ContactField.HOME_PHONE, "homePhone",
            ContactField.MOBILE_PHONE, "mobilePhone");

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryHrSource hr;
    private final HrSource source;
    private final HrSource unreachable;

    InMemoryHrFixture(UnaryOperator<HrSource> mutation) {
        hr = InMemoryHrSource.builder("hr", clock).pageSize(2).build();
        source = mutation.apply(hr);
        InMemoryHrSource dead = InMemoryHrSource.builder("hr", clock).build();
        dead.setReachable(false);
        unreachable = mutation.apply(dead);
    }

    @Override
    public HrSource source() {
        return source;
    }

    @Override
    public int pageSize() {
        return 2;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void put(SampleWorker worker) {
        Attributes.Builder profile =
                Attributes.builder().put("firstName", worker.firstName()).put("lastName", worker.lastName());
        worker.mobilePhone().ifPresent(phone -> profile.put("mobilePhone", phone));
        Employment employment = Employment.builder()
                .hireDate(worker.hireDate())
                .firstDayOfWork(worker.hireDate())
                .terminationDate(worker.terminationDate())
                .timeline(worker.events())
                .build();
        hr.put(new HrRecord(worker.id(), employment, profile.build(), worker.groups()));
    }

    @Override
    public void remove(String id) {
        hr.remove(id);
    }

    @Override
    public void setGroups(List<ProvisioningGroup> groups) {
        hr.setGroups(groups);
    }

    @Override
    public Optional<String> contact(String id, ContactField field) {
        return hr.worker(id).flatMap(worker -> worker.profile().text(ATTRIBUTES.getOrDefault(field, "")));
    }

    @Override
    public boolean interrupt(int page, Interruption how) {
        switch (how) {
            case BUSY -> hr.failAtPage(page, 1, () -> new RetryLater("hr", null, "hr is busy; try again later"));
            case BROKEN ->
                hr.failAtPage(page, Fault.ALWAYS, () -> new ProtocolViolation("hr", "hr sent half a page; report it"));
        }
        return true;
    }

    @Override
    public Set<EmploymentEvent.Kind> events() {
        return EnumSet.allOf(EmploymentEvent.Kind.class);
    }

    @Override
    public Optional<String> zoneOfEvents() {
        return Optional.of("Asia/Tokyo");
    }

    @Override
    public Optional<HrSource> unreachable() {
        return Optional.of(unreachable);
    }
}
