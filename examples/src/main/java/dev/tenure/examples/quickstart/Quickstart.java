package dev.tenure.examples.quickstart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Lets a company of a thousand workers live through ten weeks in a few seconds, then follows one person through three
 * systems, and shows what the engine makes of it.
 */
public final class Quickstart {

    private static final int WORKERS = 1_000;

    private Quickstart() {}

    /**
     * Tells both stories and ends with 0, or with 1 if something did not happen that should have.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Screen screen = new Screen(out, isTerminal());
        int missed = new Story(WORKERS, screen, System::nanoTime).tell() + new Downstream(screen).tell();
        System.exit(missed == 0 ? 0 : 1);
    }

    /** The build starts this with {@code -Djdk.console=java.base}, by which there is a console at a terminal only. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null;
    }
}
