package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import org.junit.jupiter.api.Test;

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

        engine.run(ImportKind.FULL);
        assertThat(account().text("division")).contains("Labs");
        company.calls();
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
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

    private Attributes account() {
        return company.okta.account("ada@acme.test").orElseThrow().attributes();
    }
}
