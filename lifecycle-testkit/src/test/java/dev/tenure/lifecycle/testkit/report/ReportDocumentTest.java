package dev.tenure.lifecycle.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.report.Cause;
import dev.tenure.lifecycle.report.ConnectionTest;
import dev.tenure.lifecycle.report.Diagnosis;
import dev.tenure.lifecycle.report.DifferenceKind;
import dev.tenure.lifecycle.report.Explanation;
import dev.tenure.lifecycle.report.Finding;
import dev.tenure.lifecycle.report.Forecast;
import dev.tenure.lifecycle.report.ForecastKind;
import dev.tenure.lifecycle.report.PlanJson;
import dev.tenure.lifecycle.report.PolicyComparison;
import dev.tenure.lifecycle.report.PolicyDifference;
import dev.tenure.lifecycle.report.ReportPage;
import dev.tenure.lifecycle.report.ShadowReport;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of {@code docs/plans-and-reports.md}, and holds the page to them. */
@SuppressWarnings({"ReturnValueIgnored", "CheckReturnValue"})
class ReportDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "plans-and-reports.md");
    private static final Path SELF = Path.of(
            "src", "test", "java", "dev", "tenure", "lifecycle", "testkit", "report", "ReportDocumentTest.java");

    @TempDir
    Path folder;

    private final ReportWorld world = new ReportWorld();
    private final InMemoryHrSource hr = world.hr;
    private final InMemoryTarget okta = world.okta;
    private final SettableClock clock = world.clock;
    private final WorkerRef worker = ReportWorld.ref("ana");
    private final LifecycleEngine engine = world.engine();

    @Test
    void theExamplesOnThePage_areTheseHere() throws IOException {
        String here = squeezed(Files.readString(SELF));

        assertThat(Pattern.compile("```java compiled\\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(DOCUMENT))
                        .results()
                        .map(found -> found.group(1))
                        .filter(block -> !here.contains(squeezed(block)))
                        .toList())
                .as("Java in " + DOCUMENT + " that is not in this test")
                .isEmpty();
    }

    @Test
    void theJsonOnThePage_isWhatIsWritten() throws IOException {
        hr.put(ReportWorld.worker("ana"), ReportWorld.worker("ben"));
        engine.run(ImportKind.FULL);
        hr.put(ReportWorld.worker("ana").with("businessTitle", "Architect"));

        Matcher shown = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));

        assertThat(shown.find()).isTrue();
        assertThat(json(shown.group(1))).isEqualTo(json(PlanJson.write(engine.plan(ImportKind.FULL))));
    }

    private static @Nullable Object json(String text) throws IOException {
        return JsonReader.of(new Buffer().writeUtf8(text)).readJsonValue();
    }

    @Test
    void theCausesOnThePage_areAllThereAre() throws IOException {
        String document = Files.readString(DOCUMENT);

        assertThat(Cause.values()).allSatisfy(cause -> assertThat(document).contains("`" + cause + "`"));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void plan() throws IOException {
        hr.put(ReportWorld.worker("ana"));

        Plan plan = engine.plan(ImportKind.FULL);

        Files.writeString(folder.resolve("plan.html"), ReportPage.of(plan).html());
        Files.writeString(folder.resolve("plan.json"), PlanJson.write(plan));

        ImportRun run = engine.apply(plan); // once somebody has approved

        assertThat(run.succeeded()).isTrue();
        assertThat(page(plan)).contains("Weekly import, Monday");
    }

    private String page(Plan plan) {
        String html = ReportPage.builder()
                .title("Weekly import, Monday")
                .plan(plan)
                .forecast(engine.forecast(14))
                .shadow(engine.shadow())
                .comparison(engine.compare(LifecyclePolicy.oktaParity()))
                .build()
                .html();
        return html;
    }

    @Test
    void explain() {
        hr.put(ReportWorld.worker("ana"));
        Explanation why = engine.explain(worker);

        why.decision().because(); // EMPLOYED
        why.because(); // ACTIVE since ..., because the hire date is reached and no end is (EMPLOYED, rule B3). ...
        why.facts(); // hire date, termination date, zones, as far as HR says anything
        why.targets().get(0).rows(); // each row: what it read, what it gives, what the target has
        String text = why.text();

        assertThat(text).contains("because the hire date is reached and no end is (EMPLOYED, rule B3).");
    }

    @Test
    void forecast() {
        hr.put(ReportWorld.worker("ana", ReportWorld.endsOn("2026-03-06")));
        engine.run(ImportKind.FULL);
        Forecast forecast = engine.forecast(14);

        forecast.of(ForecastKind.END); // whose access ends, and at which instant
        String lines = forecast.text();

        assertThat(lines).contains("hr/ana ends");
    }

    @Test
    void shadow() {
        LifecycleEngine shadow = LifecycleEngine.builder()
                .source(hr)
                .target(okta)
                .policy(LifecyclePolicy.oktaParity())
                .store(new InMemoryStore())
                .clock(clock)
                .build();

        ShadowReport report = shadow.shadow();

        report.inStep(); // for how many workers nothing differs
        report.of(DifferenceKind.STILL_OPEN); // open accounts of people who have ended
        report.strangers(); // open accounts that fit no worker

        assertThat(report.differences()).isEmpty();
    }

    @Test
    void compare() {
        hr.put(ReportWorld.worker("ana", ReportWorld.startsOn("2026-03-06")));
        PolicyComparison comparison =
                engine.compare(LifecyclePolicy.recommended().with(policy -> policy.preStartDays(7)));

        for (PolicyDifference difference : comparison.differences()) {
            difference.switches(); // the switches that each alone make the difference, here preStartDays
            difference.onlyTheirs(); // the changes that only the other policy makes
        }

        assertThat(comparison.differences().get(0).switches()).containsExactly("preStartDays");
    }

    @Test
    void diagnose() {
        hr.put(ReportWorld.worker("ana"));
        Diagnosis diagnosis = engine.diagnose(worker, "title");

        for (Finding finding : diagnosis.findings()) {
            finding.cause(); // typed, see below
            finding.evidence(); // what shows it, without values of the person
            finding.remedy(); // what to do, if anything
        }

        assertThat(diagnosis.findings()).isNotEmpty();
    }

    @Test
    void relinkAndTest() {
        hr.put(ReportWorld.worker("ana"));
        world.addAccountOf(ReportWorld.worker("ana"), dev.tenure.lifecycle.account.AccountStatus.ACTIVE);
        engine.relink(worker, "okta", "ana@example.com");

        ConnectionTest test = engine.test();

        if (!test.ok()) {
            System.out.print(test.text()); // which permission is missing for which feature
        }

        assertThat(test.ok()).isTrue();
        assertThat(okta.calls()).isEmpty();
    }
}
