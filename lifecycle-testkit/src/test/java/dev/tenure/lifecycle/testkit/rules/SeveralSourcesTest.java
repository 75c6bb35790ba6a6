package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.report.Cause;
import dev.tenure.lifecycle.report.Finding;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentBuilder;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two sources that know the same person (rule A7). */
class SeveralSourcesTest {

    private final Company company = new Company();
    private final InMemoryHrSource vendors =
            InMemoryHrSource.builder("vendors", company.clock).build();

    private final LifecycleEngine engine = company.builder(LifecyclePolicy.recommended())
            .source(vendors)
            .target(company.okta)
            .personKey("email")
            .mapping(AttributeMapping.builder()
                    .addAll(DefaultMappings.hrToOkta())
                    .row("division", "vendors.division")
                    .build())
            .build();

    @Test
    void a7_theHigherSourceDecides_andTheLowerLendsWhatTheMappingTakesOfIt() {
        company.hr.put(Company.employee("1", "Ada").with("city", "Lagos"));
        vendors.put(Company.employee("V1", "Ada").with("city", "Elsewhere").with("division", "Labs"));
        engine.run(ImportKind.FULL);
        Attributes ada = account();
        assertThat(ada.text("employeeNumber")).contains("1");
        assertThat(ada.text("city")).contains("Lagos");
        assertThat(company.okta.all()).hasSize(1);

        assertThat(account().text("division")).contains("Labs");
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");
        assertThat(engine.run(ImportKind.FULL).notices()).isEmpty();
        assertThat(engine.run(ImportKind.INCREMENTAL).notices()).isEmpty();
        assertThat(company.calls()).isEmpty();
    }

    @Test
    void a7_aChangeInEitherSource_isSentByAnIncrementalImport_andByANotification() {
        company.hr.put(Company.employee("1", "Ada"));
        vendors.put(Company.employee("V1", "Ada").with("division", "Labs"));
        engine.run(ImportKind.FULL);
        vendors.put(Company.employee("V1", "Ada").with("division", "Works"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(account().text("division")).contains("Works");
        company.hr.put(Company.employee("1", "Ada").with("city", "Lagos"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(account().text("city")).contains("Lagos");
        assertThat(account().text("division")).contains("Works");
        vendors.put(Company.employee("V1", "Ada").with("division", "Yard"));
        engine.realTime(List.of(new WorkerRef("vendors", "V1")));
        assertThat(account().text("division")).contains("Yard");
        assertThat(company.okta.all()).hasSize(1);
    }

    @Test
    void a7_aPreviewJoinsTheSourcesAsTheImportDoes() {
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Lin"));
        vendors.put(
                Company.employee("V1", "Ada").with("division", "Labs"),
                Company.employee("V3", "Sam").with("division", "Yard"));
        Plan plan = engine.plan(ImportKind.FULL);
        assertThat(plan.changes()).extracting(Change::kind).containsOnly(ChangeKind.CREATE);
        assertThat(plan.people())
                .filteredOn(person -> !person.changes().isEmpty())
                .hasSize(3);
        engine.apply(plan);
        assertThat(account().text("division")).contains("Labs");
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    /** HR marks a pre-hire inactive; that its first day has come since then is no end that anybody saw (rules C8, S2). */
    @Test
    void a7_aPreHireWhoIsGoneFromTheHigherSourceBeforeTheFirstDay_keepsNobodyOutOfTheLower() {
        HrRecord preHire = Company.employee("1", "Ada");
        LocalDate tomorrow = LocalDate.parse("2026-03-03");
        company.hr.put(preHire.withEmployment(Employment.builder()
                .from(preHire.employment())
                .hireDate(tomorrow)
                .firstDayOfWork(tomorrow)
                .active(false)
                .build()));
        engine.run(ImportKind.FULL);
        vendors.put(Company.employee("V1", "Ada"));
        company.hr.remove("1");
        company.clock.advance(Duration.ofDays(1));
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");
    }

    @Test
    void h4_shadowModeJoinsTheSources() {
        company.hr.put(Company.employee("1", "Ada"));
        vendors.put(
                Company.employee("V1", "Ada").with("city", "Elsewhere").with("division", "Labs"),
                Company.employee("V3", "Sam").with("division", "Yard"));
        engine.run(ImportKind.FULL);
        assertThat(engine.shadow().differences()).isEmpty();
        assertThat(engine.shadow().workers()).isEqualTo(2);

        company.okta.set("ada@acme.test", new AttributeDelta(Map.of("division", AttributeValue.of("Other"))));
        assertThat(engine.shadow().differences()).singleElement().satisfies(difference -> {
            assertThat(difference.worker()).isEqualTo(Company.ref("1"));
            assertThat(difference.attributes().get(0).after()).isEqualTo(AttributeValue.of("Labs"));
        });
    }

    @Test
    void s5_anExplanationJoinsTheSources_andSaysWhichRecordDecides() {
        company.hr.put(Company.employee("1", "Ada"));
        vendors.put(Company.employee("V1", "Ada").with("division", "Labs"));
        engine.run(ImportKind.FULL);
        assertThat(engine.explain(Company.ref("1")).targets().get(0).rows())
                .filteredOn(row -> row.row().attribute().equals("division"))
                .allSatisfy(row -> assertThat(row.value()).contains(AttributeValue.of("Labs")));
        assertThat(engine.explain(new WorkerRef("vendors", "V1"))
                        .targets()
                        .get(0)
                        .notes())
                .anyMatch(note -> note.contains("hr/1") && note.contains("A7"));
        assertThat(engine.diagnose(Company.ref("1"), "division").findings())
                .extracting(Finding::cause)
                .containsExactly(Cause.SAME_AS_SENT);
    }

    @Test
    void a7_whoComesInByTheLowerSource_goesOverToTheHigherOneWithoutAnOutage() {
        vendors.put(Company.employee("V1", "Ada").with("division", "Labs"));
        engine.run(ImportKind.FULL);
        assertThat(account().text("employeeNumber")).contains("V1");
        company.hr.put(Company.employee("1", "Ada"));
        company.calls();
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).containsExactly("UPDATE ada@acme.test");
        assertThat(account().text("employeeNumber")).contains("1");
    }

    @Test
    void a7_theHigherSourceDecidesTheEnd() {
        company.hr.put(Company.employee("1", "Ada"));
        vendors.put(Company.employee("V1", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.account("ada@acme.test").orElseThrow().status()).isEqualTo(AccountStatus.DEACTIVATED);
    }

    @Test
    void a7_whoHasEndedInTheHigherSource_hasEnded_alsoWithAnAccountOfTheLowerOne() {
        vendors.put(Company.employee("V1", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        company.calls();
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test");
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
    }

    @Test
    void a7_aHireThatWasRescindedInTheHigherSource_decidesNothing() {
        vendors.put(Company.employee("V1", "Ada"));
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2019-12-20"));
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");
        assertThat(account().text("employeeNumber")).contains("V1");
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
    }

    @Test
    void s1_approvingTheEndOfSomebodyInTwoSources_makesIt() {
        LifecycleEngine guarded = company.builder(LifecyclePolicy.recommended()
                        .with(policy -> policy.safeguardMinimum(1).safeguardPercent(34)))
                .source(vendors)
                .target(company.okta)
                .personKey("email")
                .build();
        company.hr.put(Company.employee("1", "Ada"));
        vendors.put(Company.employee("V1", "Ada"));
        guarded.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        assertThat(guarded.run(ImportKind.INCREMENTAL).held()).hasSize(1);
        company.calls();
        guarded.approve();
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test");
        assertThat(guarded.held()).isEmpty();
    }

    @Test
    void s1_approvingTheEndOfSomebodyInTwoSources_makesIt_alsoOnceTheHigherOneNoLongerReturnsThem() {
        LifecycleEngine guarded = company.builder(LifecyclePolicy.recommended()
                        .with(policy -> policy.safeguardMinimum(1).safeguardPercent(34)))
                .source(vendors)
                .target(company.okta)
                .personKey("email")
                .build();
        company.hr.put(Company.employee("1", "Ada"));
        vendors.put(Company.employee("V1", "Ada"));
        guarded.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        guarded.run(ImportKind.FULL);
        company.hr.remove("1");
        assertThat(guarded.run(ImportKind.FULL).held()).hasSize(1);
        company.calls();
        guarded.approve();
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test");
        assertThat(guarded.held()).isEmpty();
    }

    @Test
    void h1_anEndThatIsKnown_comesWithNoImport_alsoOnceTheHigherSourceNoLongerReturnsTheWorker() {
        company.hr.put(with(facts -> facts.terminationDate(LocalDate.parse("2026-03-05"))));
        vendors.put(Company.employee("V1", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.remove("1");
        company.calls();
        company.clock.set(Instant.parse("2026-03-06T00:00:00Z"));
        engine.advance();
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test");
    }

    @Test
    void s2_whoIsGoneFromTheHigherSourceWithoutEverHavingHadAnAccount_comesInByTheLowerOne() {
        company.hr.put(with(
                facts -> facts.hireDate(LocalDate.parse("2026-03-04")).firstDayOfWork(LocalDate.parse("2026-03-04"))));
        engine.run(ImportKind.FULL);
        assertThat(company.okta.all()).isEmpty();
        company.hr.remove("1");
        vendors.put(Company.employee("V1", "Ada"));
        company.clock.set(Instant.parse("2026-03-05T09:00:00Z"));
        engine.run(ImportKind.FULL);
        assertThat(account().text("employeeNumber")).contains("V1");
    }

    /** What changes for both on a date waits for a full import, whichever of the sources has the end (A2, A4). */
    @ParameterizedTest
    @CsvSource({"hr, INCREMENTAL", "hr, REAL_TIME", "vendors, INCREMENTAL", "vendors, REAL_TIME"})
    void a4_whomOneSourceReturnsForANearEndAlone_isNotIncluded(String source, ImportKind kind) {
        HrRecord ending = with(facts -> facts.terminationDate(LocalDate.parse("2026-03-03")));
        HrRecord inHr = source.equals("hr") ? ending : Company.employee("1", "Ada");
        HrRecord atVendors = HrRecord.of(
                "V1",
                source.equals("vendors")
                        ? ending.employment()
                        : Company.employee("V1", "Ada").employment(),
                Company.employee("V1", "Ada").profile());
        company.hr.put(inHr.with("city", "Lagos"), Company.employee("2", "Lin"));
        vendors.put(atVendors.with("division", "Labs"));
        engine.run(ImportKind.FULL);
        company.hr.putUnlogged(inHr.with("city", "Oslo"));
        vendors.putUnlogged(atVendors.with("division", "Works"));
        company.calls();
        if (kind == ImportKind.REAL_TIME) {
            engine.realTime(List.of(Company.ref("2")));
        } else {
            engine.run(kind);
        }
        assertThat(company.calls()).isEmpty();

        engine.run(ImportKind.FULL);
        assertThat(account().text("city")).contains("Oslo");
        assertThat(account().text("division")).contains("Works");
        company.calls();
        company.clock.set(Instant.parse("2026-03-04T00:00:00Z"));
        engine.advance();
        assertThat(company.calls()).isEqualTo(source.equals("hr") ? List.of("DEACTIVATE ada@acme.test") : List.of());
    }

    private static HrRecord with(UnaryOperator<EmploymentBuilder> facts) {
        HrRecord ada = Company.employee("1", "Ada");
        return ada.withEmployment(
                facts.apply(Employment.builder().from(ada.employment())).build());
    }

    private Attributes account() {
        return company.okta.account("ada@acme.test").orElseThrow().attributes();
    }
}
