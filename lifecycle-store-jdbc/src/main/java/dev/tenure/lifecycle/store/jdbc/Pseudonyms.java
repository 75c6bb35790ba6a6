package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By what the journal calls workers and accounts. A pseudonym is a hash of the name and a salt. Whoever has the salt can
 * check it, and nobody can guess the name once the salt is gone: so the row can be taken away, and what was done stays.
 */
final class Pseudonyms {

    private final Salts salts;

    Pseudonyms(Salts salts) {
        this.salts = salts;
    }

    /** What is called by a pseudonym. */
    enum Kind {
        WORKER,
        ACCOUNT
    }

    /** A worker or an account, by its own name. */
    record Named(Kind kind, String system, String name) {

        static Named of(WorkerRef worker) {
            return new Named(Kind.WORKER, worker.source(), worker.id());
        }

        static Named of(AccountRef account) {
            return new Named(Kind.ACCOUNT, account.target(), account.id());
        }
    }

    private record Made(String id, Named named, String salt) {}

    /** Gives the pseudonyms of all that the entries name, and makes those that are missing. */
    Map<Named, String> of(Connection connection, Collection<JournalEntry> entries) throws SQLException {
        Set<Named> wanted = new LinkedHashSet<>();
        for (JournalEntry entry : entries) {
            entry.worker().map(Named::of).ifPresent(wanted::add);
            entry.account().map(Named::of).ifPresent(wanted::add);
        }
        Map<Named, String> known = find(connection, wanted);
        List<Made> made = new ArrayList<>();
        for (Named named : wanted) {
            if (!known.containsKey(named)) {
                String salt = salts.next();
                made.add(new Made(id(named, salt), named, salt));
            }
        }
        Sql.batch(
                connection,
                "INSERT INTO tenure_pseudonym (id, kind, system_name, name, salt) VALUES (?, ?, ?, ?, ?)",
                made,
                (parameters, one) -> parameters
                        .text(one.id())
                        .name(one.named().kind())
                        .text(one.named().system())
                        .text(one.named().name())
                        .text(one.salt()));
        made.forEach(one -> known.put(one.named(), one.id()));
        return known;
    }

    Optional<String> find(Connection connection, Named named) throws SQLException {
        return Optional.ofNullable(find(connection, Set.of(named)).get(named));
    }

    private static Map<Named, String> find(Connection connection, Set<Named> wanted) throws SQLException {
        Map<Named, String> known = new HashMap<>();
        if (wanted.isEmpty()) {
            return known;
        }
        Sql.list(
                connection,
                "SELECT p.id, p.kind, p.system_name, p.name FROM " + Sql.WANTED
                        + " JOIN tenure_pseudonym p ON p.name = wanted.name",
                parameters -> parameters.texts(
                        wanted.stream().map(Named::name).distinct().toList()),
                row -> known.put(
                        new Named(row.name("kind", Kind.class), row.text("system_name"), row.text("name")),
                        row.text("id")));
        return known;
    }

    static String id(Named named, String salt) {
        return new Digest()
                .text(salt)
                .text(named.kind().name())
                .text(named.system())
                .text(named.name())
                .hex()
                .substring(0, 32);
    }
}
