package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.listener.Progress;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ImportKind;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

/** Says how far a long run has come: in one line that is written over at a terminal, in a few lines elsewhere. */
final class ProgressLine implements LifecycleListener {

    private static final int OFTEN = 20;
    private static final int NOW_AND_THEN = 250;

    private final Screen screen;
    private long read;
    private OptionalLong total = OptionalLong.empty();
    private long changes;

    ProgressLine(Screen screen) {
        this.screen = screen;
    }

    @Override
    public synchronized void started(String run, ImportKind kind, Instant at) {
        read = 0;
        total = OptionalLong.empty();
        changes = 0;
    }

    @Override
    public synchronized void progressed(Progress progress) {
        read = progress.done();
        total = progress.total();
        if (screen.isTerminal()) {
            show();
        }
    }

    @Override
    public synchronized void changed(Change change, JournalEntry entry) {
        changes++;
        if (changes % (screen.isTerminal() ? OFTEN : NOW_AND_THEN) == 0) {
            show();
        }
    }

    @Override
    public synchronized void finished(ImportRun run) {
        screen.endProgress();
    }

    private void show() {
        String of = total.isPresent() ? String.format(Locale.ENGLISH, " of %,d", total.getAsLong()) : "";
        screen.progress(String.format(Locale.ENGLISH, "… %,d%s workers read, %,d changes made", read, of, changes));
    }
}
