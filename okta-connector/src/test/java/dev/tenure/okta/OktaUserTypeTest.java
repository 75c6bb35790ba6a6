package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.simulators.okta.CustomAttribute;
import dev.tenure.simulators.okta.OktaSimulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user type decides: the type of new accounts, and which attributes there are. */
@Timeout(60)
class OktaUserTypeTest {

    private final ManualTime time = new ManualTime();
    private final OktaSimulator okta = OktaSimulator.builder(time)
            .attribute(CustomAttribute.of("badge", "string"))
            .userType(
                    "oty7",
                    "contractor",
                    List.of(
                            CustomAttribute.of("agency", "string"),
                            new CustomAttribute("sealed", "string", false, "READ_ONLY", 0, List.of()),
                            CustomAttribute.of("grade", "integer").sourcedBy("0oaPayroll")))
            .start();

    @AfterEach
    void stop() {
        okta.close();
    }

    private OktaTargetBuilder target() {
        return OktaTarget.builder(okta.url()).token(okta.token()).clock(time).waiter(time);
    }

    @Test
    void withoutAType_theSchemaIsThatOfTheOrganisation_andCostsOneCall() {
        AttributeSchema schema = target().build().describe().schema().orElseThrow();
        assertThat(schema.names()).contains("badge", "login").doesNotContain("agency");
        assertThat(okta.calls()).isEqualTo(Map.of("GET /meta/schemas/user/{id}", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contractor", "oty7"})
    void theSchemaIsFoundByTheType_andNewAccountsAreOfIt(String nameOrId) {
        OktaTarget target = target().userType(nameOrId).build();
        AttributeSchema schema = target.describe().schema().orElseThrow();
        assertThat(schema.names()).contains("agency", "login").doesNotContain("badge");
        Account made = target.create(People.account("c@example.com"));
        assertThat(okta.user("c@example.com").orElseThrow().typeId()).isEqualTo("oty7");
        target.update(made.ref(), new AttributeDelta(Map.of("agency", AttributeValue.of("Alto"))));
        assertThat(okta.user("c@example.com").orElseThrow().text("agency")).contains("Alto");
        assertThat(okta.calls())
                .containsEntry("GET /meta/types/user", 1)
                .containsEntry("GET /meta/schemas/user/{id}", 1);
    }

    @Test
    void aCreateNeedsTheTypeAndNotTheSchema() {
        target().userType("contractor").build().create(People.account("c@example.com"));
        assertThat(okta.calls()).isEqualTo(Map.of("GET /meta/types/user", 1, "POST /users", 1));
    }

    @Test
    void whatAnApplicationSources_andWhatIsReadOnly_isReadOnly() {
        OktaTarget target = target().userType("contractor").build();
        AttributeSchema schema = target.describe().schema().orElseThrow();
        assertThat(schema.find("sealed").orElseThrow().readOnly()).isTrue();
        assertThat(schema.find("grade").orElseThrow().readOnly()).isTrue();
        assertThat(schema.find("grade").map(AttributeDefinition::type)).contains(AttributeType.INTEGER);
        assertThat(schema.find("agency").orElseThrow().readOnly()).isFalse();
        Account made = target.create(People.account("c@example.com"));
        assertThatThrownBy(() -> target.update(made.ref(), new AttributeDelta(Map.of("grade", AttributeValue.of(3)))))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.attribute()).contains("grade"))
                .hasMessageContaining("E0000075");
    }

    @Test
    void aTypeThatIsNot_isToldWithThoseThatAre() {
        OktaTarget target = target().userType("intern").build();
        assertThatThrownBy(() -> target.create(People.account("c@example.com")))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("'intern'")
                .hasMessageContaining("contractor");
        assertThat(target.test().ok()).isFalse();
    }
}
