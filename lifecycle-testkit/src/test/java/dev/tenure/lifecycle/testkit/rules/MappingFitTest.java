package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Mappings against what a target says of its attributes (rule M5). */
class MappingFitTest {

    private static final AttributeMapping ROWS = AttributeMapping.builder()
            .row("login", "source.userName")
            .row("email", "source.email")
            .row("firstName", "source.firstName")
            .row("lastName", "source.lastName")
            .row("title", "source.businessTitle")
            .build();

    private final Company company = new Company();

    @Test
    void m5_anEngineIsBuiltWhileSystemsAreDown_andSaysSoWhenItRuns() {
        company.okta.setReachable(false);
        company.hr.setReachable(false);
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());

        ImportRun down = engine.run(ImportKind.FULL);
        assertThat(down.succeeded()).isFalse();
        assertThat(down.failure().orElseThrow()).contains("out of reach");

        company.okta.setReachable(true);
        company.hr.setReachable(true);
        company.hr.put(Company.employee("1", "Ada"));
        assertThat(engine.run(ImportKind.FULL).succeeded()).isTrue();
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");
    }

    @Test
    void m5_rowsThatCannotFit_areAllNamedWhenTheEngineIsBuilt() {
        InMemoryTarget target = target(readOnly("email"), AttributeDefinition.of("title", AttributeType.BOOLEAN));

        assertThatThrownBy(() -> engine(target, misfit()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("email")
                .hasMessageContaining("read-only")
                .hasMessageContaining("nickName")
                .hasMessageContaining("no such attribute")
                .hasMessageContaining("title");
    }

    @Test
    void m5_rowsThatCannotFit_whereTheTargetWasDown_areNamedBeforeAnythingIsDone() {
        InMemoryTarget target = target(readOnly("email"), AttributeDefinition.of("title", AttributeType.BOOLEAN));
        target.setReachable(false);
        LifecycleEngine engine = engine(target, misfit());
        company.hr.put(Company.employee("1", "Ada"));
        target.setReachable(true);

        assertThatThrownBy(engine::checkMapping).hasMessageContaining("nickName");
        assertThatThrownBy(() -> engine.run(ImportKind.FULL)).hasMessageContaining("nickName");
        assertThatThrownBy(() -> engine.plan(ImportKind.FULL)).hasMessageContaining("nickName");
        assertThat(target.all()).isEmpty();
        assertThat(company.store.runs(10)).isEmpty();
    }

    private static AttributeMapping misfit() {
        return AttributeMapping.builder()
                .addAll(ROWS)
                .row("nickName", "source.firstName")
                .row("title", "'Boss'")
                .build();
    }

    @Test
    void m5_aValueThatIsTooLong_failsThatWorkerOnly_namingTheRowAndNotTheValue() {
        InMemoryTarget target = target(new AttributeDefinition(
                "title", AttributeType.STRING, AttributeType.STRING, false, false, OptionalInt.of(5), List.of()));
        LifecycleEngine engine = engine(target, ROWS);
        company.hr.put(titled("1", "Ada", "Chief Secret Officer"), titled("2", "Lin", "Chief"));

        assertThat(engine.run(ImportKind.FULL).failed()).containsExactly(Company.ref("1"));
        assertThat(target.account("lin@acme.test")).isPresent();
        assertThat(target.account("ada@acme.test")).isEmpty();
        assertThat(engine.failures()).singleElement().satisfies(item -> {
            assertThat(item.failure().kind()).isEqualTo(FailureKind.MAPPING);
            assertThat(item.failure().message())
                    .contains("title")
                    .contains("at most 5")
                    .doesNotContain("Secret");
        });

        company.hr.put(titled("1", "Ada", "Boss"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(target.account("ada@acme.test")).isPresent();
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void m5_aValueThatIsNoneOfThoseAllowed_failsThatWorkerOnly_alsoInAMappingOfTheTargetsOwn() {
        InMemoryTarget target = target(new AttributeDefinition(
                "title",
                AttributeType.STRING,
                AttributeType.STRING,
                false,
                false,
                OptionalInt.empty(),
                List.of("Engineer", "Manager")));
        LifecycleEngine engine = company.builder(LifecyclePolicy.recommended())
                .mapping(ROWS)
                .target(
                        target,
                        TargetUse.mapped(AttributeMapping.builder()
                                .row("login", "user.login")
                                .row("title", "user.title")
                                .build()))
                .build();
        company.hr.put(titled("1", "Ada", "Wizard"), titled("2", "Lin", "Manager"));

        assertThat(engine.run(ImportKind.FULL).failed()).containsExactly(Company.ref("1"));
        assertThat(target.all()).hasSize(1);
        assertThat(engine.failures().get(0).failure().message())
                .contains("title", "Engineer, Manager")
                .doesNotContain("Wizard");
    }

    @Test
    void m5_whoIsLinkedKeepsTheAccountAndStillLosesIt_whileAValueDoesNotFit() {
        InMemoryTarget target = target(new AttributeDefinition(
                "title", AttributeType.STRING, AttributeType.STRING, false, false, OptionalInt.of(5), List.of()));
        LifecycleEngine engine = engine(target, ROWS);
        company.hr.put(titled("1", "Ada", "Chief"));
        engine.run(ImportKind.FULL);
        company.hr.put(titled("1", "Ada", "Chief of staff").with("email", "other@acme.test"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(target.account("ada@acme.test").orElseThrow().attributes().text("email"))
                .contains("ada@acme.test");

        company.hr.put(Company.ended(titled("1", "Ada", "Chief of staff"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(target.account("ada@acme.test").orElseThrow().status().name())
                .isEqualTo("DEACTIVATED");
    }

    private LifecycleEngine engine(InMemoryTarget target, AttributeMapping rows) {
        return company.builder(LifecyclePolicy.recommended())
                .mapping(rows)
                .target(target)
                .build();
    }

    private static HrRecord titled(String id, String name, String title) {
        return Company.employee(id, name).with("businessTitle", title);
    }

    private static AttributeDefinition readOnly(String name) {
        return new AttributeDefinition(
                name, AttributeType.STRING, AttributeType.STRING, false, true, OptionalInt.empty(), List.of());
    }

    private static InMemoryTarget target(AttributeDefinition... special) {
        List<AttributeDefinition> all = new ArrayList<>(List.of(special));
        for (String name : List.of("login", "email", "firstName", "lastName", "title")) {
            if (all.stream().noneMatch(definition -> definition.name().equals(name))) {
                all.add(AttributeDefinition.of(name, AttributeType.STRING));
            }
        }
        return InMemoryTarget.builder("okta").schema(AttributeSchema.of(all)).build();
    }
}
