package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.store.JournalQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journal: rows are appended, one chain for the whole store, and never changed but by erasing. */
final class JournalTable {

    private static final String INSERT = "INSERT INTO tenure_journal (seq, run, at, kind, outcome, system_name, person,"
            + " account, attributes, group_name, rule, reason, reason_salt, reason_hash, hash)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Salts salts = new Salts();
    private final Pseudonyms pseudonyms = new Pseudonyms(salts);

    /** Called last in a transaction: from here on to its end other appends wait. */
    void append(Connection connection, List<JournalEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        JournalHead head = lock(connection);
        Map<Pseudonyms.Named, String> names = pseudonyms.of(connection, entries);
        List<JournalLine> lines = new ArrayList<>();
        long seq = head.entries();
        String previous = head.hash();
        for (JournalEntry entry : entries) {
            JournalLine line = line(++seq, entry, names, previous);
            lines.add(line);
            previous = line.hash();
        }
        Sql.batch(connection, INSERT, lines, JournalTable::write);
        long last = seq;
        String hash = previous;
        Sql.update(
                connection,
                "UPDATE tenure_journal_head SET entries = ?, hash = ? WHERE id = 1",
                parameters -> parameters.number(last).text(hash));
    }

    private JournalLine line(long seq, JournalEntry entry, Map<Pseudonyms.Named, String> names, String previous) {
        JournalLine.Reason reason = new JournalLine.Reason(entry.reason(), salts.next());
        JournalLine open = new JournalLine(
                seq,
                entry.run(),
                entry.at(),
                entry.kind(),
                entry.outcome(),
                entry.system(),
                entry.worker().map(Pseudonyms.Named::of).map(names::get),
                entry.account().map(Pseudonyms.Named::of).map(names::get),
                entry.attributes(),
                entry.group(),
                entry.rule(),
                Optional.of(reason),
                reason.hash(),
                "",
                Optional.empty(),
                Optional.empty());
        return new JournalLine(
                seq,
                open.run(),
                open.at(),
                open.kind(),
                open.outcome(),
                open.system(),
                open.person(),
                open.account(),
                open.attributes(),
                open.group(),
                open.rule(),
                open.reason(),
                open.reasonHash(),
                open.hashAfter(previous),
                Optional.empty(),
                Optional.empty());
    }

    private static void write(Parameters parameters, JournalLine line) throws SQLException {
        parameters
                .number(line.seq())
                .text(line.run())
                .instant(line.at())
                .name(line.kind())
                .name(line.outcome())
                .text(line.system())
                .text(line.person())
                .text(line.account())
                .texts(line.attributes())
                .text(line.group())
                .text(line.rule())
                .text(line.reason().map(JournalLine.Reason::text))
                .text(line.reason().map(JournalLine.Reason::salt))
                .text(line.reasonHash())
                .text(line.hash());
    }

    JournalHead head(Connection connection) throws SQLException {
        return head(connection, "");
    }

    JournalHead lock(Connection connection) throws SQLException {
        return head(connection, " FOR UPDATE");
    }

    private static JournalHead head(Connection connection, String lock) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT entries, hash FROM tenure_journal_head WHERE id = 1" + lock,
                        parameters -> {},
                        row -> new JournalHead(row.number("entries"), row.text("hash")))
                .orElseThrow(() ->
                        new StoreException("The head of the journal is missing; the database is damaged: restore it"));
    }

    /** What was forgotten: how many lines, and the hash of the last of them. */
    JournalHead forgotten(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT forgotten, forgotten_hash FROM tenure_journal_head WHERE id = 1",
                        parameters -> {},
                        row -> new JournalHead(row.number("forgotten"), row.text("forgotten_hash")))
                .orElse(JournalHead.EMPTY);
    }

    /** Forgets the lines before the first one that is not older, and the pseudonyms that no other line has. */
    long forgetBefore(Connection connection, Instant instant) throws SQLException {
        JournalHead head = lock(connection);
        JournalHead before = forgotten(connection);
        long kept = Sql.list(
                        connection,
                        "SELECT COALESCE(MIN(seq), ?) AS kept FROM tenure_journal WHERE at >= ?",
                        parameters -> parameters.number(head.entries() + 1).instant(instant),
                        row -> row.number("kept"))
                .get(0);
        long last = kept - 1;
        if (last <= before.entries()) {
            return 0;
        }
        String hash = Sql.first(
                        connection,
                        "SELECT hash FROM tenure_journal WHERE seq = ?",
                        parameters -> parameters.number(last),
                        row -> row.text("hash"))
                .orElseThrow(() -> new StoreException(
                        "Line " + last + " of the journal is missing; verify it before lines are forgotten"));
        Sql.update(
                connection,
                "UPDATE tenure_journal_head SET forgotten = ?, forgotten_hash = ? WHERE id = 1",
                parameters -> parameters.number(last).text(hash));
        Sql.update(connection, "DELETE FROM tenure_journal WHERE seq <= ?", parameters -> parameters.number(last));
        Sql.update(
                connection,
                "DELETE FROM tenure_pseudonym WHERE NOT EXISTS (SELECT 1 FROM tenure_journal j"
                        + " WHERE j.person = tenure_pseudonym.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM tenure_journal j WHERE j.account = tenure_pseudonym.id)",
                parameters -> {});
        return last - before.entries();
    }

    List<JournalLine> page(Connection connection, JournalQuery query, int skip, int limit) throws SQLException {
        return lines(
                connection,
                query,
                0,
                " LIMIT ? OFFSET ?",
                parameters -> parameters.count(limit).count(skip));
    }

    List<JournalLine> after(Connection connection, JournalQuery query, long seq, int limit) throws SQLException {
        return lines(connection, query, seq, " LIMIT ?", parameters -> parameters.count(limit));
    }

    private List<JournalLine> lines(
            Connection connection, JournalQuery query, long after, String page, Sql.Binding binding)
            throws SQLException {
        StringBuilder where = new StringBuilder(" WHERE j.seq > ?");
        Optional<String> person = Optional.empty();
        if (query.worker().isPresent()) {
            person = pseudonyms.find(
                    connection, Pseudonyms.Named.of(query.worker().get()));
            if (person.isEmpty()) {
                return List.of();
            }
            where.append(" AND j.person = ?");
        }
        query.run().ifPresent(run -> where.append(" AND j.run = ?"));
        query.kind().ifPresent(kind -> where.append(" AND j.kind = ?"));
        query.from().ifPresent(from -> where.append(" AND j.at >= ?"));
        query.until().ifPresent(until -> where.append(" AND j.at < ?"));
        Optional<String> pseudonym = person;
        return Sql.list(
                connection,
                "SELECT " + JournalLine.COLUMNS + " FROM " + JournalLine.TABLES + where + " ORDER BY j.seq" + page,
                parameters -> {
                    parameters.number(after);
                    if (pseudonym.isPresent()) {
                        parameters.text(pseudonym.get());
                    }
                    if (query.run().isPresent()) {
                        parameters.text(query.run().get());
                    }
                    if (query.kind().isPresent()) {
                        parameters.name(query.kind().get());
                    }
                    if (query.from().isPresent()) {
                        parameters.instant(query.from().get());
                    }
                    if (query.until().isPresent()) {
                        parameters.instant(query.until().get());
                    }
                    binding.of(parameters);
                },
                JournalLine::read);
    }
}
