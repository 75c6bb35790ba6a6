package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays out runs of the engine, one a line. */
final class Table {

    private static final String FORMAT = "%-24s %7s %7s %11s %9s %6s %8s %10s %7s";

    private Table() {}

    static String head() {
        return String.format(
                Locale.ENGLISH,
                FORMAT,
                "run",
                "created",
                "updated",
                "deactivated",
                "unchanged",
                "failed",
                "HR calls",
                "Okta calls",
                "time");
    }

    static String line(Measured measured) {
        ImportRun run = measured.run();
        return String.format(
                Locale.ENGLISH,
                FORMAT,
                measured.name(),
                number(run.count(ChangeKind.CREATE)),
                number(run.count(ChangeKind.UPDATE)),
                number(run.count(ChangeKind.DEACTIVATE)),
                number(run.unchanged()),
                number(run.failed().size()),
                number(measured.workdayCalls()),
                number(measured.oktaCalls()),
                String.format(Locale.ENGLISH, "%.2f s", measured.elapsed().toMillis() / 1000.0));
    }

    /** What there is no column for. */
    static List<String> notes(Measured measured) {
        List<String> others = new ArrayList<>();
        add(others, measured.run().count(ChangeKind.LINK), "linked to a user who was there");
        add(others, measured.run().count(ChangeKind.REACTIVATE), "reactivated");
        add(others, measured.run().count(ChangeKind.GROUP_CREATE), "provisioning group made");
        add(others, measured.run().count(ChangeKind.MEMBER_ADD), "put into a group");
        add(others, measured.run().count(ChangeKind.MEMBER_REMOVE), "taken out of a group");
        List<String> notes = new ArrayList<>();
        if (!others.isEmpty()) {
            notes.add("also: " + String.join(", ", others));
        }
        if (!measured.waited().isZero()) {
            notes.add("waited " + Moments.length(measured.waited())
                    + " of simulated time, as Okta asks; calls refused with 429: " + measured.refused());
        }
        measured.run().failure().ifPresent(why -> notes.add("not finished: " + why));
        return notes;
    }

    private static void add(List<String> others, int count, String what) {
        if (count > 0) {
            others.add(number(count) + " " + what);
        }
    }

    private static String number(int value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }
}
