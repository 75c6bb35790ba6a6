package dev.tenure.lifecycle.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.RowPreview;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.report.AccountExplanation;
import dev.tenure.lifecycle.report.Diagnosis;
import dev.tenure.lifecycle.report.Explanation;
import dev.tenure.lifecycle.report.Forecast;
import dev.tenure.lifecycle.report.ShadowReport;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tells the story of {@code docs/explain.md}: its Java stands here, and what it shows is what the engine says. */
class ExplainDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "explain.md");
    private static final Path SELF =
            Path.of("src", "test", "java", "dev", "tenure", "lifecycle", "testkit", "docs", "ExplainDocumentTest.java");

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryHrSource workday =
            InMemoryHrSource.builder("workday", clock).build();
    private final InMemoryTarget okta = InMemoryTarget.named("okta");
    private final InMemoryTarget directory = InMemoryTarget.named("directory");
    private final InMemoryStore store = new InMemoryStore();
    private final WorkerRef worker = new WorkerRef("workday", "1001");
    private final LifecycleEngine engine = LifecycleEngine.builder()
            .source(workday)
            .target(okta)
            .target(
                    directory,
                    TargetUse.mapped(AttributeMapping.builder()
                            .row("login", "substringBefore(user.login, \"@\")")
                            .row("displayName", "user.firstName + \" \" + user.lastName")
                            .build()))
            .mapping(AttributeMapping.builder()
                    .row("login", "source.userName")
                    .row("firstName", "source.firstName")
                    .row("lastName", "source.lastName")
                    .row("title", "source.businessTitle")
                    .build())
            .policy(LifecyclePolicy.recommended())
            .store(store)
            .clock(clock)
            .build();

    /** Ada is imported on Monday. On Tuesday HR knows that she leaves and has a new title, which it has in Okta already. */
    @BeforeEach
    void ada() {
        workday.put(ada(Employment.builder(), "Engineer"));
        engine.run(ImportKind.FULL);
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        workday.put(ada(Employment.builder().terminationDate(LocalDate.of(2026, 3, 6)), "Architect"));
        engine.run(ImportKind.INCREMENTAL);
        okta.set("ada@example.com", new AttributeDelta(Map.of("title", AttributeValue.of("Chief"))));
    }

    private static HrRecord ada(dev.tenure.lifecycle.worker.EmploymentBuilder employment, String title) {
        LocalDate hired = LocalDate.of(2024, 1, 8);
        return HrRecord.of(
                "1001",
                employment
                        .hireDate(hired)
                        .firstDayOfWork(hired)
                        .preferredTimeZone("Australia/Sydney")
                        .build(),
                Attributes.builder()
                        .put("userName", "ada@example.com")
                        .put("firstName", "Ada")
                        .put("lastName", "Okafor")
                        .put("businessTitle", title)
                        .build());
    }

    @Test
    void theJavaOnThePage_standsHere() throws IOException {
        String here = squeezed(Files.readString(SELF));

        assertThat(blocks("java compiled"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(here).contains(squeezed(block)));
    }

    @Test
    void whatThePageShows_isWhatTheEngineSays() throws IOException {
        assertThat(blocks("text")).containsExactly(because(), account(), diagnosis(), journal(), forecast(), shadow());
    }

    private String because() {
        Explanation why = engine.explain(worker);

        String answer = why.because();

        return answer + "\n";
    }

    private String account() {
        Explanation why = engine.explain(worker);

        StringBuilder lines = new StringBuilder();
        for (AccountExplanation account : why.targets()) {
            for (RowPreview row : account.rows()) {
                lines.append(account.target()).append(' ').append(row.row().attribute());
                lines.append(row.differs() ? " differs\n" : " is as it should be\n");
            }
        }
        String text = why.text(); // all of it, for somebody to read

        assertThat(lines).contains("okta title differs", "directory login is as it should be");
        return text;
    }

    private String diagnosis() {
        Diagnosis diagnosis = engine.diagnose(worker, "title");

        String text = diagnosis.text();

        return text;
    }

    private String journal() {
        StringBuilder lines = new StringBuilder();
        for (JournalEntry entry : store.journal(JournalQuery.of(worker), 0, 100)) {
            lines.append(entry.at() + " " + entry.kind() + " " + entry.outcome() + " at " + entry.system());
            lines.append(" " + entry.attributes() + " " + entry.rule() + ": " + entry.reason() + "\n");
        }

        return lines.toString();
    }

    private String forecast() {
        Forecast forecast = engine.forecast(7);

        String text = forecast.text();

        return text;
    }

    private String shadow() {
        ShadowReport report = engine.shadow();

        String text = report.text();

        return text;
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .forEach(found -> blocks.add(found.group(1)));
        return blocks;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
