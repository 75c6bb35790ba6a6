package com.example.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of the test's own, from binaries that come as a test dependency. Skips, saying why, where they do not run. */
final class Postgres implements AutoCloseable {

    static final String USER = "postgres";

    private static final String BINARIES = "/postgres-linux-x86_64.txz";
    /** It refuses to run as root. */
    private static final String OTHER_USER = "nobody";

    private final Path folder;
    private final Path data;
    private final int port;

    private Postgres(Path folder, int port) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.port = port;
    }

    static Postgres startOrSkip() throws IOException {
        Path folder = Files.createTempDirectory("host-postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Postgres server = new Postgres(folder, freePort());
        try {
            server.start();
        } catch (IOException problem) {
            String reason = "PostgreSQL cannot be had here: " + problem.getMessage();
            System.out.println("Skipped: " + reason);
            Assumptions.abort(reason);
        }
        return server;
    }

    private void start() throws IOException {
        try (InputStream archive = Postgres.class.getResourceAsStream(BINARIES)) {
            if (archive == null) {
                throw new IOException("there are no binaries for this system");
            }
            Path copy = folder.resolve("postgres.txz");
            Files.copy(archive, copy);
            run(List.of("tar", "-xJf", copy.toString(), "-C", folder.toString()));
        }
        Files.createDirectory(data);
        if (isRoot()) {
            Files.setOwner(
                    data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OTHER_USER));
        }
        command("initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync");
        String options = "-p " + port + " -k " + data + " -h 127.0.0.1 -c fsync=off";
        command(
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-l",
                data.resolve("server.log").toString(),
                "-o",
                options,
                "start");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() throws IOException {
        command("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop");
        run(List.of("rm", "-rf", folder.resolve("data").toString()));
        run(List.of("rm", "-rf", folder.toString()));
    }

    private void command(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", OTHER_USER, "--"));
        }
        command.add(folder.resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        Path output = Files.createTempFile("host-postgres", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isRoot() {
        return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
