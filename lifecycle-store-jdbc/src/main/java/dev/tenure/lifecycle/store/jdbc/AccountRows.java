package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.Hold;
import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.Intent;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The columns of {@link AccountTable}, written and read. */
final class AccountRows {

    private AccountRows() {}

    /** In the order of the columns of the insert, after the key. */
    static void write(Parameters parameters, AccountState account) throws SQLException {
        Optional<Link> link = account.link();
        parameters
                .text(link.map(known -> known.account().id()))
                .name(link.map(Link::status))
                .bytes(link.map(known -> known.sent().toBytes()))
                .texts(new TreeSet<>(link.map(Link::groups).orElse(Set.of())));
        Optional<Pending> pending = account.pending();
        parameters
                .name(pending.map(Pending::why))
                .text(pending.flatMap(Pending::account).map(AccountRef::id))
                .instant(pending.map(Pending::since));
        Optional<Hold> hold = account.hold();
        parameters
                .name(hold.map(Hold::kind))
                .text(hold.map(Hold::run))
                .instant(hold.map(Hold::at))
                .count(hold.map(Hold::count))
                .count(hold.map(Hold::of))
                .flag(hold.map(Hold::discarded));
        write(account.failure(), parameters);
        write(account.untold(), parameters);
        Optional<Intent> intent = account.intent();
        parameters
                .name(intent.map(Intent::change))
                .text(intent.map(Intent::run))
                .instant(intent.map(Intent::at))
                .bytes(intent.map(Intent::keys)
                        .filter(keys -> !keys.equals(Fingerprint.none()))
                        .map(Fingerprint::toBytes))
                .texts(new TreeSet<>(account.rejected()));
    }

    private static void write(Optional<Failure> failure, Parameters parameters) throws SQLException {
        parameters
                .name(failure.map(Failure::change))
                .name(failure.map(Failure::kind))
                .text(failure.map(Failure::message))
                .count(failure.map(Failure::attempts))
                .instant(failure.map(Failure::firstAt))
                .instant(failure.map(Failure::lastAt))
                .instant(failure.flatMap(Failure::retryAt))
                .number(failure.flatMap(Failure::value));
    }

    static AccountState read(Row row) throws SQLException {
        String target = row.text("target");
        return new AccountState(
                link(row, target),
                pending(row, target),
                hold(row),
                failure(row, "failure"),
                failure(row, "untold"),
                intent(row),
                Set.copyOf(row.texts("rejected")));
    }

    /** The link alone. */
    static Optional<Link> link(Row row, String target) throws SQLException {
        Optional<String> id = row.maybeText("account_id");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Link(
                        new AccountRef(target, id.get()),
                        row.name("status", AccountStatus.class),
                        Fingerprint.fromBytes(row.bytes("sent")),
                        Set.copyOf(row.texts("group_ids"))));
    }

    private static Optional<Pending> pending(Row row, String target) throws SQLException {
        Optional<PendingReason> why = row.maybeName("pending_why", PendingReason.class);
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pending(
                        why.get(),
                        row.maybeText("pending_account").map(id -> new AccountRef(target, id)),
                        row.instant("pending_since")));
    }

    private static Optional<Hold> hold(Row row) throws SQLException {
        Optional<ChangeKind> kind = row.maybeName("hold_kind", ChangeKind.class);
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hold(
                        kind.get(),
                        row.text("hold_run"),
                        row.instant("hold_at"),
                        row.count("hold_count"),
                        row.count("hold_total"),
                        row.flag("hold_discarded")));
    }

    private static Optional<Failure> failure(Row row, String what) throws SQLException {
        Optional<ChangeKind> change = row.maybeName(what + "_change", ChangeKind.class);
        return change.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(
                        change.get(),
                        row.name(what + "_kind", FailureKind.class),
                        row.text(what + "_message"),
                        row.count(what + "_attempts"),
                        row.instant(what + "_first_at"),
                        row.instant(what + "_last_at"),
                        row.maybeInstant(what + "_retry_at"),
                        row.maybeNumber(what + "_hash")));
    }

    private static Optional<Intent> intent(Row row) throws SQLException {
        Optional<ChangeKind> change = row.maybeName("intent_change", ChangeKind.class);
        return change.isEmpty()
                ? Optional.empty()
                : Optional.of(new Intent(
                        change.get(),
                        row.text("intent_run"),
                        row.instant("intent_at"),
                        row.maybeBytes("intent_keys")
                                .map(Fingerprint::fromBytes)
                                .orElse(Fingerprint.none())));
    }
}
