package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.Hold;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.WorkerKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** States, journal lines and runs for the contract of stores. */
final class SampleState {

    static final String SOURCE = "hr";
    static final String TARGET = "okta";
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private SampleState() {}

    static WorkerRef ref(String id) {
        return new WorkerRef(SOURCE, id);
    }

    static WorkerState worker(String id) {
        return new WorkerState(
                ref(id),
                0,
                Employment.builder().hireDate(LocalDate.of(2024, 1, 8)).build(),
                LifecycleState.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    static WorkerState linked(String id, AccountStatus status) {
        return worker(id).with(TARGET, AccountState.none().withLink(Optional.of(link("account-of-" + id, status))));
    }

    static WorkerState of(String id, String universalId) {
        WorkerState plain = worker(id);
        return new WorkerState(
                plain.ref(),
                0,
                Employment.builder().universalId(universalId).build(),
                LifecycleState.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    static WorkerState with(String id, AccountState account) {
        return worker(id).with(TARGET, account);
    }

    static Link link(String account, AccountStatus status) {
        return new Link(new AccountRef(TARGET, account), status, Fingerprint.none(), Set.of());
    }

    static Pending pending() {
        return new Pending(PendingReason.PARTIAL_MATCH, Optional.of(new AccountRef(TARGET, "other")), NOON);
    }

    static Hold hold() {
        return new Hold(ChangeKind.DEACTIVATE, "run-1", NOON, 40, 100, false);
    }

    static Failure failure() {
        return new Failure(
                ChangeKind.UPDATE,
                FailureKind.INVALID_VALUE,
                "okta refused update of user 00u1: attribute 'mobilePhone'; check the row \u2013 \u00fc\u0645",
                3,
                NOON.minusSeconds(7200),
                NOON,
                Optional.of(NOON.plusSeconds(3600)),
                Optional.of(Long.MIN_VALUE + 1));
    }

    static Failure untold() {
        return new Failure(
                ChangeKind.WRITE_BACK,
                FailureKind.PERMISSION_MISSING,
                "hr may not be told",
                1,
                NOON.minusSeconds(60),
                NOON.minusSeconds(30),
                Optional.empty(),
                Optional.empty());
    }

    static Intent intent() {
        Fingerprint keys = Fingerprint.of(7L, new TreeMap<>(Map.of(Long.MIN_VALUE, -3L, 9L, 0L)));
        return new Intent(ChangeKind.CREATE, "run-1", NOON, keys);
    }

    /** A state in which every part has a value. */
    static WorkerState full(String id) {
        Employment employment = Employment.builder()
                .kind(WorkerKind.CONTINGENT)
                .active(false)
                .hasAccount(false)
                .universalId("U-1")
                .hireDate(LocalDate.of(2024, 1, 8))
                .firstDayOfWork(LocalDate.of(2024, 1, 9))
                .terminationDate(LocalDate.of(2026, 3, 8))
                .lastDayOfWork(LocalDate.of(2026, 3, 6))
                .inactiveSince(LocalDate.of(2026, 3, 9))
                .primaryReason("Terminate_Employee_Involuntary_RIF")
                .secondaryReasons(List.of("B \u017b", "A"))
                .preferredTimeZone("Australia/Lord_Howe")
                .locationTimeZone("no zone at all")
                .timeline(List.of(
                        new EmploymentEvent(EmploymentEvent.Kind.HIRE, LocalDate.of(2026, 6, 1)),
                        new EmploymentEvent(
                                EmploymentEvent.Kind.TERMINATION, LocalDate.of(2027, 6, 1), Optional.of("Asia/Tokyo")),
                        new EmploymentEvent(EmploymentEvent.Kind.CHANGE, LocalDate.of(2026, 9, 1))))
                .build();
        Fingerprint sent = Fingerprint.of(-7L, new TreeMap<>(Map.of(-1L, Long.MAX_VALUE, 5L, -9L)));
        AccountState okta = AccountState.none()
                .withLink(Optional.of(
                        new Link(new AccountRef(TARGET, "00u1"), AccountStatus.SUSPENDED, sent, Set.of("g-1", "g-2"))))
                .withPending(Optional.of(pending()))
                .withHold(Optional.of(hold()))
                .withFailure(Optional.of(failure()))
                .withUntold(Optional.of(untold()))
                .withIntent(Optional.of(intent()))
                .withRejected(Set.of("00u7", "00u8"));
        AccountState directory = AccountState.none()
                .withLink(Optional.of(new Link(
                        new AccountRef("ad", "CN=\u00dcnal, Ada,OU=People"),
                        AccountStatus.STAGED,
                        Fingerprint.none(),
                        Set.of())));
        return new WorkerState(
                ref(id),
                0,
                employment,
                LifecycleState.TERMINATED,
                Optional.of(Instant.parse("2026-06-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-03-05T15:00:00.123456Z")),
                Map.of(TARGET, okta, "ad", directory));
    }

    static JournalEntry entry(String run, Instant at, ChangeKind kind, String worker) {
        return JournalEntry.builder()
                .run(run)
                .at(at)
                .kind(kind)
                .outcome(OutcomeKind.APPLIED)
                .system(TARGET)
                .worker(ref(worker))
                .account(new AccountRef(TARGET, "account-of-" + worker))
                .attributes(List.of("title", "department"))
                .group("Engineering \u00fc")
                .rule("E2")
                .reason("the profile changed")
                .build();
    }

    static ImportRun run(String id, Instant startedAt) {
        return ImportRun.builder()
                .id(id)
                .kind(ImportKind.FULL)
                .startedAt(startedAt)
                .finishedAt(startedAt.plusSeconds(5))
                .read(12)
                .unchanged(9)
                .applied(Map.of(ChangeKind.CREATE, 2, ChangeKind.UPDATE, 1))
                .failed(List.of(ref("w-1")))
                .pending(List.of(ref("w-2")))
                .absent(List.of(ref("w-3")))
                .nextTransition(startedAt.plusSeconds(3600))
                .build();
    }
}
