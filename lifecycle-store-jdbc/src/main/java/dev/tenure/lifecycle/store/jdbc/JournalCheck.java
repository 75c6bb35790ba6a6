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

    private record Ends(JournalHead begin, JournalHead end) {}

    /** What is appended while it runs is left out. */
    JournalVerification verify(JournalHead anchor) {
        Ends ends = database.call(
                "read the head of the journal",
                connection -> new Ends(journal.forgotten(connection), journal.head(connection)));
        return new JournalVerification(ends.end(), ends.begin().entries(), problem(ends, anchor));
    }

    private Optional<String> problem(Ends ends, JournalHead anchor) {
        if (ends.end().entries() < anchor.entries()) {
            return Optional.of("the journal has " + ends.end().entries() + " lines, and had " + anchor.entries()
                    + " before: lines were taken away");
        }
        String previous = ends.begin().hash();
        long done = ends.begin().entries();
        if (isNot(anchor, done, previous)) {
            return Optional.of(writtenAnew(done));
        }
        while (done < ends.end().entries()) {
            long after = done;
            List<JournalLine> page = database.call(
                    "read the journal", connection -> journal.after(connection, JournalQuery.all(), after, PAGE));
            if (page.isEmpty()) {
                return Optional.of("line " + (done + 1) + " is missing");
            }
            for (JournalLine line : page) {
                if (done == ends.end().entries()) {
                    break;
                }
                Optional<String> problem = problem(line, done + 1, previous);
                if (problem.isPresent()) {
                    return problem;
                }
                previous = line.hash();
                done++;
                if (isNot(anchor, done, previous)) {
                    return Optional.of(writtenAnew(done));
                }
            }
        }
        return previous.equals(ends.end().hash())
                ? Optional.empty()
                : Optional.of("the head of the journal does not fit its last line");
    }

    private static boolean isNot(JournalHead anchor, long done, String hash) {
        return done == anchor.entries() && !hash.equals(anchor.hash());
    }

    private static String writtenAnew(long done) {
        return "the lines up to " + done + " are not those that were there before: the journal was written anew";
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
