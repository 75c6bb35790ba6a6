package com.example.host.demo;

import com.example.host.Host;
import com.example.host.Settings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The application against simulators: somebody is hired, moves, leaves and comes back, and it is told what is done and why.
 * With {@code INSTANCES=2} in the environment two instances share the work; with {@code DATABASE_URL} they do it in
 * PostgreSQL, in an empty database.
 */
public final class DemoMain {

    /** A second is half an hour. */
    private static final int SPEED = 1_800;

    private DemoMain() {}

    /**
     * Runs until it is asked to end.
     *
     * @param arguments none
     * @throws IOException if a port is taken
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Settings given = Settings.of(Map.of(), System.getenv());
        FastClock clock = new FastClock(Company.BEGIN, given.number("speed", SPEED), System::nanoTime);
        Stage stage = new Stage(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8), clock);
        Company company = new Company(clock, stage);
        stage.line("A company of " + Cast.STAFF.size() + " in Workday, and an empty Okta. All of it is simulated.");
        stage.line("A second is half an hour. All times are UTC.");
        stage.line("");
        stage.says("HR", "has its people; Okta knows nobody yet, and the application imports them");
        List<Host> hosts = new ArrayList<>();
        for (int number = 1; number <= given.number("instances", 1); number++) {
            String name = "host-" + number;
            Settings settings = settings(name, company, number == 1 ? given.number("http.port", 8080) : 0);
            Host host = Host.start(settings, clock, new Narrator(name, stage));
            hosts.add(host);
            stage.says(name, "listens: http://127.0.0.1:" + host.port() + "/health and /metrics");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(hosts, company), "shutdown"));
        company.live(hosts.get(0).port());
        stage.line("");
        stage.line("That was the story. The application runs on until you press Ctrl-C.");
    }

    private static Settings settings(String name, Company company, int port) {
        Map<String, String> values = new HashMap<>(company.settings());
        values.put("host.name", name);
        values.put("database.url", "jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1");
        values.put("schedule.poll", "PT0.05S");
        // By a clock that goes so fast, an instance that is a little late looks dead.
        values.put("takeover", "P365D");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("HTTP_PORT", Integer.toString(port));
        return Settings.of(values, environment);
    }

    private static void close(List<Host> hosts, Company company) {
        Collections.reverse(hosts);
        hosts.forEach(Host::close);
        company.close();
    }
}
