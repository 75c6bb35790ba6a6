package com.example.host;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A process that runs {@link HostMain}, or another main class of this module, and what it says. */
final class Instance implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(10);

    private final JsonAdapter<Map<String, Object>> json =
            new Moshi.Builder().build().adapter(Types.newParameterizedType(Map.class, String.class, Object.class));
    private final Process process;
    private final Path output;

    private Instance(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the application with these settings, on a free port. */
    static Instance start(Path folder, String name, Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.setProperty("host.name", name);
        properties.setProperty("http.port", "0");
        properties.setProperty("schedule.poll", "PT0.1S");
        Path file = folder.resolve(name + ".properties");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        return run(folder, name, HostMain.class.getName(), Map.of(), file.toString());
    }

    static Instance run(Path folder, String name, String main, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main));
        command.addAll(List.of(arguments));
        Path output = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new Instance(builder.start(), output);
    }

    /** Waits until something is so; a process that ended by itself fails at once. */
    void await(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new AssertionError("It ended with " + process.exitValue() + " before " + what + ":\n" + text());
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** Waits for a line of the log about an event, and gives its facts. */
    Map<String, Object> event(String name) {
        await(name, () -> find(name).isPresent());
        return find(name).orElseThrow();
    }

    private Optional<Map<String, Object>> find(String name) {
        return events().stream()
                .filter(event -> name.equals(event.get("event")))
                .findFirst();
    }

    /** All facts of all lines of the log. A line that is no JSON fails. */
    List<Map<String, Object>> events() {
        List<Map<String, Object>> events = new ArrayList<>();
        // The last line may be half written.
        String written = text();
        String whole = written.substring(0, written.lastIndexOf('\n') + 1);
        for (String line : whole.lines().toList()) {
            try {
                Map<String, Object> event = new HashMap<>(json.fromJson(line));
                if (event.get("kvpList") instanceof List<?> pairs) {
                    pairs.forEach(pair -> ((Map<?, ?>) pair).forEach((key, value) -> event.put((String) key, value)));
                }
                events.add(event);
            } catch (IOException noJson) {
                throw new AssertionError("A line of the log is no JSON: " + line, noJson);
            }
        }
        return events;
    }

    String text() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    String url() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(event("host.started").get("port"));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** SIGTERM, and waits for the end. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** SIGKILL: no hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
