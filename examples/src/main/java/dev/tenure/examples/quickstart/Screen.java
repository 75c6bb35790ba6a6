package dev.tenure.examples.quickstart;

import java.io.PrintStream;

/** Where the report goes: a terminal, whose lines can be written over and set off, or a file. Safe for several threads. */
final class Screen {

    private static final String INDENT = "   ";
    private static final String ESCAPE = "\u001b[";

    private final PrintStream out;
    private final boolean terminal;
    private boolean inProgress;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    boolean isTerminal() {
        return terminal;
    }

    synchronized void line(String text) {
        out.println(text.isEmpty() ? "" : INDENT + text);
    }

    synchronized void heading(String text) {
        out.println();
        out.println(bold(text));
    }

    /** Sets text off where that is possible. */
    String bold(String text) {
        return terminal ? ESCAPE + "1m" + text + ESCAPE + "0m" : text;
    }

    synchronized void progress(String text) {
        if (terminal) {
            out.print("\r" + ESCAPE + "K" + INDENT + text);
            out.flush();
            inProgress = true;
        } else {
            out.println(INDENT + text);
        }
    }

    synchronized void endProgress() {
        if (inProgress) {
            out.print("\r" + ESCAPE + "K");
            out.flush();
            inProgress = false;
        }
    }
}
