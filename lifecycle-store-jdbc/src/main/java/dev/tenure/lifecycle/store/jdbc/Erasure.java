package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Takes the traces of one worker away: the state, and in the journal and the runs what says whose they are. The lines of
 * the journal stay, with the pseudonym that nobody can resolve any more, and the chain stays whole.
 */
final class Erasure {

    private final JournalTable journal;
    private final Pseudonyms pseudonyms = new Pseudonyms(new Salts());

    Erasure(JournalTable journal) {
        this.journal = journal;
    }

    /** Gives how many lines of the journal no longer say whose they are. */
    int erase(Connection connection, WorkerRef worker) throws SQLException {
        for (String table :
                new String[] {"tenure_account", "tenure_open", "tenure_seen", "tenure_claim", "tenure_run_item"}) {
            delete(connection, "DELETE FROM " + table + " WHERE source = ? AND worker = ?", worker);
        }
        delete(connection, "DELETE FROM tenure_worker WHERE source = ? AND id = ?", worker);
        Sql.update(
                connection,
                "DELETE FROM tenure_run_item WHERE POSITION(? IN words) > 0",
                parameters -> parameters.text(worker.toString()));
        // Appends wait, so that none takes a pseudonym that is about to go.
        journal.lock(connection);
        Sql.update(
                connection,
                "UPDATE tenure_journal SET reason = NULL, reason_salt = NULL WHERE POSITION(? IN reason) > 0",
                parameters -> parameters.text(worker.toString()));
        Optional<String> person = pseudonyms.find(connection, Pseudonyms.Named.of(worker));
        return person.isPresent() ? cutOff(connection, person.get()) : 0;
    }

    private static void delete(Connection connection, String sql, WorkerRef worker) throws SQLException {
        Sql.update(
                connection, sql, parameters -> parameters.text(worker.source()).text(worker.id()));
    }

    private static int cutOff(Connection connection, String person) throws SQLException {
        Sql.update(
                connection,
                "UPDATE tenure_journal SET reason = NULL, reason_salt = NULL WHERE person = ? AND outcome = ?",
                parameters -> parameters.text(person).name(OutcomeKind.FAILED));
        // An account that went over to another record is that one's too.
        Sql.update(
                connection,
                "DELETE FROM tenure_pseudonym WHERE id IN (SELECT account FROM tenure_journal WHERE person = ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM tenure_journal o WHERE o.account = tenure_pseudonym.id"
                        + " AND o.person <> ?)",
                parameters -> parameters.text(person).text(person));
        Sql.update(connection, "DELETE FROM tenure_pseudonym WHERE id = ?", parameters -> parameters.text(person));
        return Sql.list(
                        connection,
                        "SELECT COUNT(*) AS affected FROM tenure_journal WHERE person = ?",
                        parameters -> parameters.text(person),
                        row -> row.count("affected"))
                .get(0);
    }
}
