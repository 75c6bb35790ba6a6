package dev.tenure.lifecycle.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings the tables to the version of this library: numbered scripts, each applied once, by one host at a time. A script
 * that was released is never changed; what is new comes as the next one.
 */
final class Schema {

    /** How many scripts there are: {@code schema-1.sql} and so on, beside this class. */
    static final int VERSION = 5;

    /** Any number that nobody else uses as an advisory lock of PostgreSQL. */
    private static final long LOCK = 7_366_843_103_645_217L;

    private final Database database;
    private final Dialect dialect;
    private final List<String> scripts;

    Schema(Database database, Dialect dialect, List<String> scripts) {
        this.database = database;
        this.dialect = dialect;
        this.scripts = List.copyOf(scripts);
    }

    static List<String> scripts() {
        return Stream.iterate(1, number -> number <= VERSION, number -> number + 1)
                .map(Schema::script)
                .toList();
    }

    /** Applies what is missing; refuses a database that a later version has upgraded. */
    void upgrade() {
        if (dialect == Dialect.POSTGRESQL) {
            database.run("upgrade its schema", connection -> {
                Sql.list(
                        connection,
                        "SELECT pg_advisory_xact_lock(?) AS taken",
                        parameters -> parameters.number(LOCK),
                        row -> true);
                upgrade(connection);
            });
        } else {
            writeAtOnce();
            // H2 commits at each DDL statement, which ends a lock: another transaction holds it in the meantime.
            prepareLock();
            database.run("lock its schema", connection -> {
                Sql.list(
                        connection,
                        "SELECT id FROM tenure_schema_lock WHERE id = 1 FOR UPDATE WAIT 60",
                        parameters -> {},
                        row -> true);
                database.run("upgrade its schema", this::upgrade);
            });
        }
    }

    /**
     * H2 writes what was committed half a second later, so that a process which is killed loses it: what was intended just
     * before a call must not be lost. The setting stays with the database.
     */
    private void writeAtOnce() {
        database.run("make what is committed durable", connection -> execute(connection, "SET WRITE_DELAY 0"));
    }

    private void prepareLock() {
        database.run("make the lock of its schema", connection -> {
            execute(connection, "CREATE TABLE IF NOT EXISTS tenure_schema_lock (id INT NOT NULL PRIMARY KEY)");
            execute(connection, "MERGE INTO tenure_schema_lock (id) KEY (id) VALUES (1)");
        });
    }

    private void upgrade(Connection connection) throws SQLException {
        execute(connection, "CREATE TABLE IF NOT EXISTS tenure_schema_version (version INT NOT NULL PRIMARY KEY)");
        int version = version(connection);
        if (version > scripts.size()) {
            throw new StoreException("The schema of the database is of version " + version
                    + " and this library knows version " + scripts.size() + "; use the later version of the library");
        }
        for (int next = version + 1; next <= scripts.size(); next++) {
            apply(connection, scripts.get(next - 1));
            int applied = next;
            Sql.update(
                    connection,
                    "INSERT INTO tenure_schema_version (version) VALUES (?)",
                    parameters -> parameters.count(applied));
        }
    }

    private static int version(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT COALESCE(MAX(version), 0) AS version FROM tenure_schema_version",
                        parameters -> {},
                        row -> row.count("version"))
                .orElse(0);
    }

    private void apply(Connection connection, String script) throws SQLException {
        for (String statement : statements(dialect.translate(script))) {
            execute(connection, statement);
        }
    }

    /** A statement ends with a semicolon at the end of a line; a line that begins with two dashes says why. */
    static List<String> statements(String script) {
        String code = script.lines()
                .filter(line -> !line.startsWith("--"))
                .reduce("", (before, line) -> before + line + "\n");
        return Stream.of(code.split(";\n", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script(int number) {
        String name = "schema-" + number + ".sql";
        try (InputStream resource = Schema.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing from the jar of the store");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(name + " in the jar of the store cannot be read", unreadable);
        }
    }
}
