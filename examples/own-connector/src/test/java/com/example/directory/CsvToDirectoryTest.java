package com.example.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.people.CsvHrSource;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.testkit.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both connectors and the engine between them: a joiner, a mover, a leaver. */
class CsvToDirectoryTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final DirectoryServer directory = new DirectoryServer();

    @TempDir
    Path folder;

    private LifecycleEngine engine;

    @BeforeEach
    void build() {
        // sample own-engine
        AttributeMapping mapping = AttributeMapping.builder()
                .row("login", "source.userName")
                .row("email", "source.email")
                .row("givenName", "source.firstName")
                .row("familyName", "source.lastName")
                .row("title", "source.businessTitle")
                .row("mobile", "source.mobilePhone")
                .build();
        engine = LifecycleEngine.builder()
                .source(new CsvHrSource("csv", folder.resolve("people.csv"), 500))
                .target(new DirectoryTarget("directory", directory.url(), DirectoryServer.TOKEN, clock))
                .mapping(mapping)
                .store(new InMemoryStore())
                .clock(clock)
                .build();
        // end
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    @Test
    void joinerMoverLeaver() throws IOException {
        export("7,jo@example.com,jo@example.com,Jo,Álvarez,,Analyst,2024-01-08,,yes,Australia/Sydney,");
        engine.run(ImportKind.FULL);
        assertThat(directory.person("jo@example.com"))
                .containsEntry("familyName", "Álvarez")
                .containsEntry("state", "open");

        export("7,jo@example.com,jo@example.com,Jo,Álvarez,+61 400,Lead,2024-01-08,2026-03-06,yes,Australia/Sydney,");
        engine.run(ImportKind.INCREMENTAL);
        assertThat(directory.person("jo@example.com"))
                .containsEntry("title", "Lead")
                .containsEntry("state", "open");

        clock.set(Instant.parse("2026-03-06T13:00:00Z"));
        engine.advance();
        assertThat(directory.person("jo@example.com")).containsEntry("state", "closed");
        assertThat(directory.writes()).containsExactly("POST people", "PATCH people", "PUT people/state");
    }

    @Test
    void exportThatIsCutShort_endsNobody() throws IOException {
        export(
                "7,jo@example.com,jo@example.com,Jo,Álvarez,,Analyst,2024-01-08,,yes,,",
                "8,mo@example.com,mo@example.com,Mo,Okafor,,Analyst,2024-01-08,,yes,,");
        engine.run(ImportKind.FULL);

        List<String> whole = Files.readAllLines(folder.resolve("people.csv"), StandardCharsets.UTF_8);
        Files.write(folder.resolve("people.csv"), whole.subList(0, 2), StandardCharsets.UTF_8);
        ImportRun run = engine.run(ImportKind.FULL);

        assertThat(run.succeeded()).isFalse();
        assertThat(directory.person("mo@example.com")).containsEntry("state", "open");
    }

    private void export(String... people) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("id,login,email,first_name,last_name,mobile,title,hired,ends,active,time_zone,reason");
        lines.addAll(Arrays.asList(people));
        lines.add("END," + people.length);
        Files.write(folder.resolve("people.csv"), lines, StandardCharsets.UTF_8);
    }
}
