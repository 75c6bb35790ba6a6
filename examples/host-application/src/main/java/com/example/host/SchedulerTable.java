package com.example.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The table in which db-scheduler keeps what is to be done. Most hosts have a tool that does this. */
final class SchedulerTable {

    private static final String SCRIPT = "scheduler.sql";
    private static final int ATTEMPTS = 3;

    private SchedulerTable() {}

    /** Creates it where it is missing. Instances that start at the same moment may get in each other's way, once. */
    static void create(DataSource database) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : script().split(";", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
                return;
            } catch (SQLException problem) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException(
                            "The table of the scheduler cannot be created; create it by hand from " + SCRIPT, problem);
                }
            }
        }
    }

    private static String script() {
        try (InputStream script = SchedulerTable.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException(SCRIPT + " is not beside " + SchedulerTable.class);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
