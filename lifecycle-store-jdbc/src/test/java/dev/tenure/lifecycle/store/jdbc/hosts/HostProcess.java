package dev.tenure.lifecycle.store.jdbc.hosts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link HostMain} that runs, and that can be killed. */
final class HostProcess implements AutoCloseable {

    private final Process process;
    private final Writer to;
    private final BufferedReader from;

    private HostProcess(Process process) {
        this.process = process;
        this.to = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one and does not wait until it is ready. */
    static HostProcess start(String name, String databaseUrl, Policies policy, Systems systems) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HostMain.class.getName(),
                name,
                databaseUrl,
                policy.name()));
        command.addAll(systems.arguments());
        try {
            return new HostProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException problem) {
            throw new UncheckedIOException("a second JVM cannot be started", problem);
        }
    }

    HostProcess awaitReady() {
        String line = read().orElse("it ended");
        if (!line.equals("READY")) {
            throw new IllegalStateException("the host does not start: " + line);
        }
        return this;
    }

    /** Asks and does not wait for the answer. Whether it is still alive shows when the answer is read. */
    void ask(Request request) {
        try {
            to.write(request.line() + "\n");
            to.flush();
        } catch (IOException dead) {
            process.destroyForcibly();
        }
    }

    /** Waits for the answer; empty if the process was killed before it came. */
    Optional<String> read() {
        try {
            return Optional.ofNullable(from.readLine());
        } catch (IOException dead) {
            return Optional.empty();
        }
    }

    /** SIGKILL: no hook runs, nothing is closed. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
