package dev.tenure.examples.quickstart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Lets a company of a thousand workers live through ten weeks in a few seconds, and shows what the engine makes of it. */
public final class Quickstart {

    private static final int WORKERS = 1_000;

    private Quickstart() {}

    /**
     * Tells the story and ends with 0, or with 1 if something did not happen that should have.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int missed = new Story(WORKERS, new Screen(out, isTerminal()), System::nanoTime).tell();
        System.exit(missed == 0 ? 0 : 1);
    }

    /** The build starts this with {@code -Djdk.console=java.base}, by which there is a console at a terminal only. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null;
    }
}
