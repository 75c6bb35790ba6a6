package dev.tenure.okta;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Prism in a process of its own: put into the client, it leads every call through it and collects what it objects to, but for
 * its warnings that a status of a refusal is not described. It is installed by npm where it runs for the first time; where that cannot be done, {@link #start} prints why and gives nothing.
 */
final class Prism implements Interceptor, AutoCloseable {

    private static final Path SCRIPT = Path.of("src/test/servers/okta-prism.sh");

    private final int port;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final AtomicInteger checked = new AtomicInteger();

    private Prism(int port) {
        this.port = port;
    }

    static Optional<Prism> start(String upstream, Path description) {
        try {
            Prism prism = new Prism(freePort());
            String said = prism.script(
                    "start",
                    Integer.toString(prism.port),
                    upstream,
                    description.toAbsolutePath().toString());
            if (said.contains("PRISM_URL=")) {
                return Optional.of(prism);
            }
            System.out.println("SKIPPED: Prism could not be started: " + said.strip());
        } catch (IOException noShell) {
            System.out.println("SKIPPED: Prism could not be started: " + noShell);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    int checked() {
        return checked.get();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        HttpUrl detour = request.url().newBuilder().port(port).build();
        Response response = chain.proceed(request.newBuilder().url(detour).build());
        checked.incrementAndGet();
        response.headers("sl-violations").stream()
                .filter(found -> found.contains("\"severity\":\"Error\"") && !isAmbiguous(request, found))
                .forEach(found ->
                        violations.add(request.method() + " " + request.url().encodedPath() + ": " + found));
        return response.newBuilder().request(request).build();
    }

    /** Okta describes this body as one of two objects, neither of which requires anything: every body is both. */
    private static boolean isAmbiguous(Request request, String found) {
        return request.url().encodedPath().matches("/api/v1/apps/[^/]+/users/[^/]+") && found.contains("oneOf");
    }

    @Override
    public void close() {
        try {
            script("stop", Integer.toString(port));
        } catch (IOException gone) {
            System.out.println("Prism could not be stopped: " + gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String script(String... arguments) throws IOException, InterruptedException {
        Path said = Files.createTempFile("okta-prism", ".txt");
        try {
            List<String> command =
                    new ArrayList<>(List.of("bash", SCRIPT.toAbsolutePath().toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment()
                    .put(
                            "OKTA_PRISM_HOME",
                            Path.of("target", "prism").toAbsolutePath().toString());
            builder.redirectErrorStream(true).redirectOutput(said.toFile());
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return "it took longer than five minutes";
            }
            return Files.readString(said, StandardCharsets.UTF_8);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
