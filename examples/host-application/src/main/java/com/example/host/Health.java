package com.example.host;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Whether this instance can work. That Workday or Okta is down is not its fault, and to start it again would not help: that
 * is for alerts on the metrics.
 */
final class Health {

    private static final int PATIENCE_SECONDS = 2;

    private final JsonAdapter<Map<String, Object>> json =
            new Moshi.Builder().build().adapter(Types.newParameterizedType(Map.class, String.class, Object.class));
    private final String name;
    private final DataSource database;
    private final JdbcStore store;
    private final LifecycleEngine engine;
    private final Schedule schedule;

    /** What is said of it. */
    record Report(boolean up, String json) {}

    Health(String name, DataSource database, JdbcStore store, LifecycleEngine engine, Schedule schedule) {
        this.name = name;
        this.database = database;
        this.store = store;
        this.engine = engine;
        this.schedule = schedule;
    }

    Report report() {
        boolean reachable = isReachable();
        boolean up = reachable && schedule.isRunning();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("status", up ? "UP" : "DOWN");
        facts.put("host", name);
        facts.put("database", reachable ? "UP" : "DOWN");
        facts.put("scheduler", schedule.isRunning() ? "UP" : "DOWN");
        if (reachable) {
            SourceProgress progress = store.progress(Host.SOURCE);
            progress.lastSuccess().ifPresent(at -> facts.put("lastImport", at.toString()));
            engine.nextTransition().ifPresent(at -> facts.put("nextTransition", at.toString()));
        }
        return new Report(up, json.toJson(facts));
    }

    private boolean isReachable() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
