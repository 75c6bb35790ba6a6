package dev.tenure.lifecycle.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of its own, on a free port, with its data in a temporary folder: from the binaries that come as a test
 * dependency, else from those that are installed. It refuses to run as root, so root starts it as another user.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String BINARIES = "/postgres-linux-x86_64.txz";
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String OTHER_USER = "nobody";
    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private final Path binaries;
    private final int port;

    private PostgresServer(Path folder, Path binaries, int port) {
        this.folder = folder;
        this.binaries = binaries;
        this.port = port;
    }

    static PostgresServer start() throws IOException {
        Path folder = Files.createTempDirectory("tenure-postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        PostgresServer server = new PostgresServer(folder, binaries(folder), freePort());
        Path data = Files.createDirectory(folder.resolve("data"));
        if (isRoot()) {
            Files.setOwner(
                    data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OTHER_USER));
        }
        server.command("initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        server.command(
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-l",
                data.resolve("server.log").toString(),
                "-o",
                "-p " + server.port + " -k " + data
                        + " -h 127.0.0.1 -c fsync=off -c max_connections=200 -c max_wal_size=64MB",
                "start");
        return server;
    }

    /** Gives an empty place for tables, in which nobody else is. */
    public DataSource newDatabase() {
        String schema = "s" + UUID.randomUUID().toString().replace("-", "");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException problem) {
            throw new IllegalStateException("PostgreSQL does not make a schema", problem);
        }
        source.setCurrentSchema(schema);
        return source;
    }

    /** Where the server keeps everything: tables, the write-ahead log, and what it says. */
    Path data() {
        return folder.resolve("data");
    }

    @Override
    public void close() throws IOException {
        command("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path binaries(Path folder) throws IOException {
        try (InputStream archive = PostgresServer.class.getResourceAsStream(BINARIES)) {
            if (archive != null && isLinuxOnAmd64()) {
                Path copy = folder.resolve("postgres.txz");
                Files.copy(archive, copy);
                run(folder, List.of("tar", "-xJf", copy.toString(), "-C", folder.toString()));
                return folder.resolve("bin");
            }
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("initdb")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no PostgreSQL is installed in " + INSTALLED));
        }
    }

    private static boolean isLinuxOnAmd64() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    private static boolean isRoot() {
        return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void command(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", OTHER_USER, "--"));
        }
        command.add(binaries.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(folder, command);
    }

    private static void run(Path folder, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "command", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new IOException(command + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command, interrupted);
        }
    }

    /** Gives the server to test classes that take one, and skips them with the reason where there is none. */
    public static final class Extension implements ExecutionCondition, ParameterResolver {

        private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(PostgresServer.class);

        /** The one server of all test classes, or why there is none. */
        private record Attempt(List<PostgresServer> server, String problem) implements AutoCloseable {

            @Override
            public void close() throws IOException {
                for (PostgresServer running : server) {
                    running.close();
                }
            }
        }

        private static Attempt attempt(ExtensionContext context) {
            return context.getRoot()
                    .getStore(OURS)
                    .getOrComputeIfAbsent(Attempt.class, any -> attempt(), Attempt.class);
        }

        private static Attempt attempt() {
            try {
                return new Attempt(List.of(start()), "");
            } catch (IOException problem) {
                String reason = "PostgreSQL cannot be had here: " + problem.getMessage();
                System.out.println("Skipped: " + reason);
                return new Attempt(List.of(), reason);
            }
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Attempt attempt = attempt(context);
            return attempt.server().isEmpty()
                    ? ConditionEvaluationResult.disabled(attempt.problem())
                    : ConditionEvaluationResult.enabled("PostgreSQL runs");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PostgresServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return attempt(context).server().get(0);
        }
    }
}
