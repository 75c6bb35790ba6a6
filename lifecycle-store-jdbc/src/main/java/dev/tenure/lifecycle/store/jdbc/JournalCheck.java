package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.store.JournalQuery;
import java.util.List;
import java.util.Optional;

/** Follows the chain of the journal from its beginning, page by page. */
final class JournalCheck {

    private static final int PAGE = 1000;

    private final Database database;
    private final JournalTable journal;

    JournalCheck(Database database, JournalTable journal) {
        this.database = database;
        this.journal = journal;
    }

    /** What is appended while it runs is left out. */
    JournalVerification verify(JournalHead anchor) {
        JournalHead end = database.call("read the head of the journal", journal::head);
        if (end.entries() < anchor.entries()) {
            return new JournalVerification(
                    end,
                    Optional.of("the journal has " + end.entries() + " lines, and had " + anchor.entries()
                            + " before: lines were taken away"));
        }
        return new JournalVerification(end, problem(end, anchor));
    }

    private Optional<String> problem(JournalHead end, JournalHead anchor) {
        String previous = JournalHead.EMPTY.hash();
        long done = 0;
        while (done < end.entries()) {
            long after = done;
            List<JournalLine> page = database.call(
                    "read the journal", connection -> journal.after(connection, JournalQuery.all(), after, PAGE));
            if (page.isEmpty()) {
                return Optional.of("line " + (done + 1) + " is missing");
            }
            for (JournalLine line : page) {
                if (done == end.entries()) {
                    break;
                }
                Optional<String> problem = problem(line, done + 1, previous);
                if (problem.isPresent()) {
                    return problem;
                }
                previous = line.hash();
                done++;
                if (done == anchor.entries() && !previous.equals(anchor.hash())) {
                    return Optional.of("the lines up to " + done + " are not those that were there before: "
                            + "the journal was written anew");
                }
            }
        }
        return previous.equals(end.hash())
                ? Optional.empty()
                : Optional.of("the head of the journal does not fit its last line");
    }

    private static Optional<String> problem(JournalLine line, long expected, String previous) {
        String which = "line " + line.seq();
        if (line.seq() != expected) {
            return Optional.of("line " + expected + " is missing");
        }
        if (!line.hash().equals(line.hashAfter(previous))) {
            return Optional.of(which + " was changed, or one before it was taken away");
        }
        if (line.reason()
                .filter(reason -> !reason.hash().equals(line.reasonHash()))
                .isPresent()) {
            return Optional.of("the reason of " + which + " was changed");
        }
        if (isOther(line.worker(), line.person()) || isOther(line.accountName(), line.account())) {
            return Optional.of("the pseudonym of " + which + " was given to somebody else");
        }
        return Optional.empty();
    }

    private static boolean isOther(Optional<JournalLine.Identity> identity, Optional<String> pseudonym) {
        return identity.isPresent() && !Optional.of(identity.get().pseudonym()).equals(pseudonym);
    }
}
