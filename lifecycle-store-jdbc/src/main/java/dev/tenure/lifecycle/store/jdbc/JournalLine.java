package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of the journal as it is stored. Its hash covers the one before and everything in it but what may be erased: for
 * the names of worker and account it covers their pseudonyms, for the reason its salted hash.
 */
record JournalLine(
        long seq,
        String run,
        Instant at,
        ChangeKind kind,
        OutcomeKind outcome,
        String system,
        Optional<String> person,
        Optional<String> account,
        List<String> attributes,
        Optional<String> group,
        String rule,
        Optional<Reason> reason,
        String reasonHash,
        String hash,
        Optional<Identity> worker,
        Optional<Identity> accountName) {

    static final String COLUMNS = "j.*, p.system_name AS worker_source, p.name AS worker_id, p.salt AS worker_salt,"
            + " a.system_name AS account_target, a.name AS account_id, a.salt AS account_salt";

    static final String TABLES = "tenure_journal j LEFT JOIN tenure_pseudonym p ON p.id = j.person"
            + " LEFT JOIN tenure_pseudonym a ON a.id = j.account";

    /** Why, in words, with the salt of its hash. */
    record Reason(String text, String salt) {

        String hash() {
            return new Digest().text(salt).text(text).hex();
        }
    }

    /** Whose a pseudonym is, with its salt. */
    record Identity(Pseudonyms.Named named, String salt) {

        String pseudonym() {
            return Pseudonyms.id(named, salt);
        }
    }

    static JournalLine read(Row row) throws SQLException {
        return new JournalLine(
                row.number("seq"),
                row.text("run"),
                row.instant("at"),
                row.name("kind", ChangeKind.class),
                row.name("outcome", OutcomeKind.class),
                row.text("system_name"),
                row.maybeText("person"),
                row.maybeText("account"),
                row.texts("attributes"),
                row.maybeText("group_name"),
                row.text("rule"),
                reason(row),
                row.text("reason_hash"),
                row.text("hash"),
                identity(row, Pseudonyms.Kind.WORKER, "worker_source", "worker_id", "worker_salt"),
                identity(row, Pseudonyms.Kind.ACCOUNT, "account_target", "account_id", "account_salt"));
    }

    private static Optional<Reason> reason(Row row) throws SQLException {
        Optional<String> text = row.maybeText("reason");
        return text.isEmpty() ? Optional.empty() : Optional.of(new Reason(text.get(), row.text("reason_salt")));
    }

    private static Optional<Identity> identity(Row row, Pseudonyms.Kind kind, String system, String name, String salt)
            throws SQLException {
        Optional<String> known = row.maybeText(name);
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identity(new Pseudonyms.Named(kind, row.text(system), known.get()), row.text(salt)));
    }

    String hashAfter(String previous) {
        return new Digest()
                .text(previous)
                .text(Long.toString(seq))
                .text(run)
                .text(Parameters.stored(at).toString())
                .text(kind.name())
                .text(outcome.name())
                .text(system)
                .text(person)
                .text(account)
                .texts(attributes)
                .text(group)
                .text(rule)
                .text(reasonHash)
                .hex();
    }

    /** Without the names that were erased; a reason that was erased is empty text. */
    JournalEntry entry() {
        return JournalEntry.builder()
                .run(run)
                .at(at)
                .kind(kind)
                .outcome(outcome)
                .system(system)
                .worker(worker.map(Identity::named).map(named -> new WorkerRef(named.system(), named.name())))
                .account(accountName.map(Identity::named).map(named -> new AccountRef(named.system(), named.name())))
                .attributes(attributes)
                .group(group)
                .rule(rule)
                .reason(reason.map(Reason::text).orElse(""))
                .build();
    }
}
