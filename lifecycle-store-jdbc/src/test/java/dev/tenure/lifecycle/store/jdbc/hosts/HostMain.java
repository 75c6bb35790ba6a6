package dev.tenure.lifecycle.store.jdbc.hosts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A host that is a process: reads a request from each line, does it, and says on a line what came of it. */
final class HostMain {

    private HostMain() {}

    /** Takes its name, the URL of its database, the policy's name and where the systems are. */
    public static void main(String[] arguments) throws IOException {
        List<String> all = List.of(arguments);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(all.get(1));
        config.setMaximumPoolSize(4);
        try (HikariDataSource pool = new HikariDataSource(config);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            StoryClock clock = new StoryClock(Company.BEGIN);
            LifecycleEngine engine = Systems.of(all.subList(3, all.size()))
                    .engine(
                            all.get(0),
                            JdbcStore.open(pool),
                            clock,
                            Policies.valueOf(all.get(2)).policy());
            out.println("READY");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Request request = Request.parse(line);
                clock.set(request.at());
                out.println(answer(request, engine));
            }
        }
    }

    private static String answer(Request request, LifecycleEngine engine) {
        try {
            ImportRun run = request.ask(engine);
            String notices = run.notices().stream()
                    .map(notice -> notice.kind().name())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(","));
            return "DONE " + run.failure().orElse("well") + " [" + notices + "] " + run.applied();
        } catch (IllegalStateException leased) {
            return "BUSY " + leased.getMessage();
        }
    }
}
