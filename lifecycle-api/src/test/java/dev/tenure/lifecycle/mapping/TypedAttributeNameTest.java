package dev.tenure.lifecycle.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.attribute.AttributeValue;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAttributeNameTest {

    @ParameterizedTest
    @CsvSource({
        "string:level, level, STRING",
        "boolean:level, level, BOOLEAN",
        "integer:level, level, INTEGER",
        "number:level, level, NUMBER",
        "decimal:level, level, DECIMAL",
        "level, level, STRING",
        "not_a_type:property_name, property_name, STRING",
        "Integer:level, level, STRING",
        "integer:a:b, a:b, INTEGER",
        ":level, level, STRING",
    })
    void m7_prefixIsTheType(String text, String name, AttributeType type) {
        assertThat(TypedAttributeName.parse(text)).isEqualTo(new TypedAttributeName(name, type));
    }

    @Test
    void m7_textBecomesAValueOfTheType() {
        assertThat(TypedAttributeName.parse("integer:a").convert(" 42 ")).isEqualTo(AttributeValue.of(42));
        assertThat(TypedAttributeName.parse("boolean:a").convert("1")).isEqualTo(AttributeValue.of(true));
        assertThat(TypedAttributeName.parse("boolean:a").convert("False")).isEqualTo(AttributeValue.of(false));
        assertThat(TypedAttributeName.parse("number:a").convert("1.5e3"))
                .isEqualTo(AttributeValue.of(new BigDecimal("1500")));
        assertThat(TypedAttributeName.parse("decimal:a").convert("-0.50"))
                .isEqualTo(AttributeValue.of(new BigDecimal("-0.5")));
        assertThat(TypedAttributeName.parse("a").convert(" x ")).isEqualTo(AttributeValue.of("x"));
    }

    @ParameterizedTest
    @CsvSource({"integer:a, ' '", "string:a, ''", "boolean:a, '\t'"})
    void a8_blankTextIsNoValue(String name, String text) {
        assertThat(TypedAttributeName.parse(name).convert(text)).isEqualTo(AttributeValue.NULL);
    }

    @ParameterizedTest
    @CsvSource({
        "integer:level, secret",
        "integer:level, 1.5",
        "integer:level, 99999999999999999999",
        "integer:level, \u0664",
        "boolean:level, yes",
        "number:level, NaN",
        "number:level, 1e9999",
        "decimal:level, 1e5",
    })
    void m7_otherTextIsRefusedAndNotRepeated(String name, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypedAttributeName.parse(name).convert(text))
                .withMessageContaining("attribute 'level'")
                .withMessageNotContaining(text);
    }

    @Test
    void m7_aNameIsNeeded() {
        assertThatIllegalArgumentException().isThrownBy(() -> TypedAttributeName.parse("integer:"));
    }
}
