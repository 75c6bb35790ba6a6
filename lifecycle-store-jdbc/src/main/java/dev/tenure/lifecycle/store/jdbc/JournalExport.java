package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.store.JournalQuery;
import java.io.IOException;
import java.util.List;

/** Writes the journal as JSON lines, page by page. */
final class JournalExport {

    private static final int PAGE = 1000;

    private final Database database;
    private final JournalTable journal;

    JournalExport(Database database, JournalTable journal) {
        this.database = database;
        this.journal = journal;
    }

    long write(JournalQuery query, Appendable to) throws IOException {
        long written = 0;
        long last = 0;
        List<JournalLine> page;
        do {
            long after = last;
            page = database.call("read the journal", connection -> journal.after(connection, query, after, PAGE));
            for (JournalLine line : page) {
                to.append(text(line)).append('\n');
                last = line.seq();
                written++;
            }
        } while (page.size() == PAGE);
        return written;
    }

    private static String text(JournalLine line) {
        return new JsonLine()
                .number("seq", line.seq())
                .text("at", line.at().toString())
                .text("run", line.run())
                .text("kind", line.kind().name())
                .text("outcome", line.outcome().name())
                .text("system", line.system())
                .text("person", line.person())
                .text("source", line.worker().map(worker -> worker.named().system()))
                .text("worker", line.worker().map(worker -> worker.named().name()))
                .text("accountPseudonym", line.account())
                .text(
                        "target",
                        line.accountName().map(account -> account.named().system()))
                .text(
                        "account",
                        line.accountName().map(account -> account.named().name()))
                .texts("attributes", line.attributes())
                .text("group", line.group())
                .text("rule", line.rule())
                .text("reason", line.reason().map(JournalLine.Reason::text))
                .text("reasonHash", line.reasonHash())
                .text("hash", line.hash())
                .end();
    }
}
