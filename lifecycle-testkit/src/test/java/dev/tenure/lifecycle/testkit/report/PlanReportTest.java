package dev.tenure.lifecycle.testkit.report;

import static dev.tenure.lifecycle.testkit.report.ReportWorld.endsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonReader;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.report.PlanJson;
import dev.tenure.lifecycle.report.ReportPage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class PlanReportTest {

    private static final String HOSTILE = "</script><img src=x onerror=\"alert('x')\">&\u202E";

    private final ReportWorld world = new ReportWorld();

    private Plan plan() {
        world.hr.put(worker("a"), worker("b"), worker("c"));
        world.engine().run(ImportKind.FULL);
        world.hr.put(
                worker("a").with("businessTitle", HOSTILE).without("businessUnit"),
                worker("b", endsOn("2026-02-27")),
                worker("d").with("lastName", HOSTILE));
        return world.engine(policy -> policy.safeguardMinimum(1).safeguardPercent(10))
                .plan(ImportKind.FULL);
    }

    @Test
    void s5_aChangeSaysFromWhichValueToWhichByWhichRow() {
        Change update = plan().changes().stream()
                .filter(change -> change.kind() == ChangeKind.UPDATE)
                .findFirst()
                .orElseThrow();

        assertThat(update.attributes())
                .contains(
                        new AttributeChange(
                                "department",
                                Optional.of(AttributeValue.of("Engineering")),
                                AttributeValue.NULL,
                                "source.businessUnit"),
                        new AttributeChange(
                                "title",
                                Optional.of(AttributeValue.of("Engineer")),
                                AttributeValue.of(HOSTILE),
                                "source.businessTitle"));
        assertThat(update.rule()).isEqualTo("E2");
    }

    @Test
    void s5_anAdoptedAccountShowsWhatItHadEvenIfThatIsNothing() {
        world.okta.addAccount(
                "a@example.com",
                dev.tenure.lifecycle.account.AccountStatus.ACTIVE,
                dev.tenure.lifecycle.attribute.Attributes.empty());
        world.hr.put(worker("a"));

        Change update = world.engine().plan(ImportKind.FULL).changes().get(1);

        assertThat(update.kind()).isEqualTo(ChangeKind.UPDATE);
        assertThat(update.attributes())
                .allSatisfy(change -> assertThat(change.before()).contains(AttributeValue.NULL));
    }

    @Test
    @SuppressWarnings("unchecked")
    void s5_planJson_isJsonWithEverythingAnApproverAsksFor() throws IOException {
        String json = PlanJson.write(plan());

        Map<String, Object> document = (Map<String, Object>)
                JsonReader.of(new Buffer().writeUtf8(json)).readJsonValue();
        assertThat(document)
                .containsEntry("format", "tenure-plan")
                .containsEntry("version", 1.0)
                .containsEntry("kind", "FULL")
                .containsEntry("madeAt", "2026-03-02T09:00:00Z");
        Map<String, Object> summary = (Map<String, Object>) document.get("summary");
        assertThat(summary).containsEntry("people", 3.0).containsEntry("unchanged", 1.0);
        assertThat(summary.get("byKind")).isEqualTo(Map.of("CREATE", 1.0, "UPDATE", 1.0, "DEACTIVATE", 1.0));
        List<Map<String, Object>> held = (List<Map<String, Object>>) document.get("safeguard");
        assertThat(held.get(0)).containsEntry("count", 1.0).containsEntry("of", 4.0);
        Map<String, Object> first = ((List<Map<String, Object>>) document.get("people")).get(0);
        assertThat(first.get("worker")).isEqualTo(Map.of("source", "hr", "id", "a"));
        assertThat((Map<String, Object>) first.get("decision"))
                .containsEntry("state", "ACTIVE")
                .containsEntry("because", "EMPLOYED")
                .containsEntry("rule", "B3")
                .containsKey("effectiveAt");
        Map<String, Object> update = ((List<Map<String, Object>>) first.get("changes")).get(0);
        assertThat((List<Map<String, Object>>) update.get("attributes"))
                .anySatisfy(change -> assertThat(change)
                        .containsEntry("attribute", "title")
                        .containsEntry("before", "Engineer")
                        .containsEntry("after", HOSTILE)
                        .containsEntry("expression", "source.businessTitle"));
        assertThat(json).doesNotContain("<").doesNotContain(">").doesNotContain("&");
    }

    @Test
    void s5_page_showsHostileNamesAsText() {
        String html = ReportPage.of(plan()).html();

        assertThat(html).doesNotContain("<img").doesNotContain("\u202E").contains("&lt;img src=x onerror=");
        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html).contains("default-src 'none'").doesNotContain("unsafe-inline");
        assertThat(html).doesNotContain("http://").doesNotContain("https://").doesNotContain(" style=");
    }

    @Test
    void s5_page_showsSafeguardRuleAndRow() {
        String html = ReportPage.builder().title("T <1>").plan(plan()).build().html();

        assertThat(html)
                .contains("<title>T &lt;1&gt;</title>")
                .contains("Safeguard: 1 change would be held")
                .contains("source.businessTitle")
                .contains("What changed in HR is sent, and nothing else.")
                .contains("<b>1</b> of 4 open accounts at <b>okta</b>, 25 %: deactivate")
                .contains("<form id=tools role=search aria-label=\"Filter the rows\" hidden>");
    }

    @Test
    void s5_page_showsWhatNobodySeesByItsNumber() {
        String joined = "ad\u200Dmin so\u00ADft fi\u3164ll \u06CC\u200C\u06CC";
        world.hr.put(worker("a").with("lastName", joined));

        assertThat(ReportPage.of(world.engine().plan(ImportKind.FULL)).html())
                .contains("ad<i class=cc>U+200D</i>min so<i class=cc>U+00AD</i>ft fi<i class=cc>U+3164</i>ll "
                        + "\u06CC\u200C\u06CC");
    }

    @Test
    void s5_aPageNeedsSomethingToShow() {
        assertThatThrownBy(() -> ReportPage.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs something to show");
    }

    @Test
    void s7_nothingOfThePersonIsInAToString() {
        Plan plan = plan();

        assertThat(plan + "" + plan.people() + plan.changes() + ReportPage.of(plan))
                .doesNotContain("Engineer")
                .doesNotContain("onerror")
                .doesNotContain("example.com");
    }
}
