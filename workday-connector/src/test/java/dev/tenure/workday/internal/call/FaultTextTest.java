package dev.tenure.workday.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTextTest {

    @Test
    void theIdThatIsUnknown_isTheOneThatIsCalledSo_andNoPersonNamedBeforeIt() {
        assertThat(FaultText.unknownId(
                        "Worker 'Jane Doe': 'Mobile' is not a valid ID value for type =" + " 'Phone_Device_Type_ID'"))
                .contains(new FaultText.UnknownId("Phone_Device_Type_ID", "Mobile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lmcneil", "lmcneil.", "Jane", "jdoe@corp", "\"jane doe\"", "'jane'", "o'neil"})
    void whoeverIsNamed_isLeftOut_alsoInSmallLetters(String name) {
        String kept = FaultText.redacted("The user " + name + " is not authorized.");

        assertThat(kept).isEqualTo("The user … is not authorized.");
    }

    @Test
    void manyApostrophes_takeNoTimeWorthNaming() {
        assertThat(FaultText.unknownId("'x".repeat(200_000))).isEmpty();
        assertThat(FaultText.redacted("'x".repeat(200_000))).hasSizeLessThan(400);
    }
}
