package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** States and journal lines for the tests of the store. */
final class Samples {

    static final String HASHED = "hashed-k";
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Samples() {}

    static WorkerRef ref(String id) {
        return new WorkerRef("hr", id);
    }

    static WorkerState worker(String id) {
        return new WorkerState(
                ref(id),
                0,
                Employment.builder().build(),
                LifecycleState.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    static WorkerState linked(String id, String account) {
        Link link = new Link(new AccountRef("okta", account), AccountStatus.ACTIVE, Fingerprint.none(), Set.of());
        return worker(id).with("okta", AccountState.none().withLink(Optional.of(link)));
    }

    /** A worker whose create was cut off, with hashes that a search through files finds as {@link #HASHED}. */
    static WorkerState cutOff(String id) {
        byte[] hashes = "0000000000000000hashed-k".getBytes(StandardCharsets.US_ASCII);
        Intent intent = new Intent(ChangeKind.CREATE, "run-1", NOON, Fingerprint.fromBytes(hashes));
        return worker(id).with("okta", AccountState.none().withIntent(Optional.of(intent)));
    }

    static JournalEntry entry(String worker, String account, OutcomeKind outcome, String reason) {
        return JournalEntry.builder()
                .run("run-1")
                .at(NOON)
                .kind(ChangeKind.UPDATE)
                .outcome(outcome)
                .system("okta")
                .worker(ref(worker))
                .account(new AccountRef("okta", account))
                .attributes(List.of("title"))
                .rule("E2")
                .reason(reason)
                .build();
    }

    static StoreUpdate lines(JournalEntry... entries) {
        return new StoreUpdate(List.of(), List.of(), List.of(), List.of(entries));
    }

    static StoreUpdate states(WorkerState... states) {
        return new StoreUpdate(List.of(states), List.of(), List.of(), List.of());
    }
}
