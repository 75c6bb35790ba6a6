package dev.tenure.lifecycle.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenure.lifecycle.expression.Expression;
import org.junit.jupiter.api.Test;

class AttributeMappingTest {

    @Test
    void m5_laterRowsReplaceEarlierOnesInPlace() {
        AttributeMapping mapping = AttributeMapping.builder()
                .row("a", "source.a")
                .rowOnCreate("b", "source.b")
                .row("a", "source.c")
                .build();

        assertThat(mapping.rows()).extracting(MappingRow::attribute).containsExactly("a", "b");
        assertThat(mapping.row("a").orElseThrow().expression()).isEqualTo(Expression.parse("source.c"));
        assertThat(mapping.row("b").orElseThrow().apply()).isEqualTo(Apply.ON_CREATE);
        assertThat(mapping.toBuilder().without("a").build().rows())
                .extracting(MappingRow::attribute)
                .containsExactly("b");
        assertThat(mapping.toBuilder().build()).isEqualTo(mapping).hasSameHashCodeAs(mapping);
    }

    @Test
    void m5_everyBadRowIsNamedWithItsPosition() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> AttributeMapping.builder()
                        .row("samAccountName", "substringBefore(user.login \"@\")")
                        .row("fine", "user.login")
                        .row("title", "toUper(user.title)")
                        .build())
                .withMessage("""
                        row 'samAccountName': expected ',' or ')' but found a text at line 1, column 28
                          substringBefore(user.login "@")
                                                     ^
                        row 'title': unknown function 'toUper' at line 1, column 1
                          toUper(user.title)
                          ^""")
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(MappingProblem::attribute)
                        .containsExactly("samAccountName", "title"));
    }

    @Test
    void m3_m4_defaultsParseAndHaveEveryRow() {
        assertThat(DefaultMappings.hrToOkta().rows()).hasSize(20);
        assertThat(DefaultMappings.oktaToActiveDirectory().rows()).hasSize(23);
        assertThat(DefaultMappings.oktaToActiveDirectory()
                        .row("deliveryOffice")
                        .orElseThrow()
                        .expression()
                        .text())
                .isEqualTo("hasWorkdayUser() ? findWorkdayUser().location : null");
    }

    @Test
    void passThrough_keepsTimesAndNullPolicies() {
        AttributeMapping hub = DefaultMappings.hrToOkta().toBuilder()
                .row("organization", "source.supervisoryOrg", Apply.ON_CREATE, NullPolicy.KEEP)
                .build();

        AttributeMapping through = DefaultMappings.passThrough(hub);

        assertThat(through.rows()).hasSameSizeAs(hub.rows());
        assertThat(through.row("organization"))
                .contains(new MappingRow(
                        "organization", Expression.parse("user.organization"), Apply.ON_CREATE, NullPolicy.KEEP));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DefaultMappings.passThrough(AttributeMapping.builder()
                        .row("cost-center", "source.x")
                        .build()))
                .withMessageContaining("row 'cost-center'");
    }

    @Test
    void aRowNeedsAnAttribute() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeMapping.builder().row(" ", "source.a"));
        assertThatIllegalArgumentException().isThrownBy(() -> MappingRow.of("", Expression.parse("source.a")));
    }
}
