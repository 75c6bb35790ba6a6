package dev.tenure.scim;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One of two SCIM servers that others wrote, in a process of its own on loopback. It is installed by npm or Maven where it
 * runs for the first time; where that cannot be done, {@link #start} prints why and gives nothing.
 */
final class RealServer implements AutoCloseable {

    private static final Path SERVERS = Path.of(System.getProperty("tenure.scim.servers", "src/test/servers"));
    private static final String TOKEN = "real-server-token";

    private final String kind;
    private final int port;

    private RealServer(String kind, int port) {
        this.kind = kind;
        this.port = port;
    }

    static Optional<RealServer> start(String kind) {
        try {
            RealServer server = new RealServer(kind, freePort());
            String said = server.script("start");
            if (said.contains("SCIM_BASE_URL=")) {
                return Optional.of(server);
            }
            System.out.println("SKIPPED: the SCIM server " + kind + " could not be started: " + said.strip());
        } catch (IOException noShell) {
            System.out.println("SKIPPED: the SCIM server " + kind + " could not be started: " + noShell);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    String url() {
        return "http://127.0.0.1:" + port + "/scim/v2";
    }

    String token() {
        return TOKEN;
    }

    @Override
    public void close() {
        try {
            script("stop");
        } catch (IOException gone) {
            System.out.println("The SCIM server " + kind + " could not be stopped: " + gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String script(String action) throws IOException, InterruptedException {
        Path said = Files.createTempFile("scim-server", ".txt");
        try {
            Path script = SERVERS.resolve("scim-server.sh").toAbsolutePath();
            ProcessBuilder builder =
                    new ProcessBuilder(List.of("bash", script.toString(), action, kind, Integer.toString(port), TOKEN));
            builder.environment()
                    .put(
                            "SCIM_HOME",
                            Path.of("target", "scim-servers").toAbsolutePath().toString());
            builder.redirectErrorStream(true).redirectOutput(said.toFile());
            Process process = builder.start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "it took longer than two minutes";
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
