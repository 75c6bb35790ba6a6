package dev.tenure.workday.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of address that people copy leads to the same service. */
final class EndpointTest {

    private static final String SERVICE = "https://wd3.example.com/ccx/service/contoso4/Human_Resources/v31.2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wd3.example.com/ccx/service/contoso4",
                " https://wd3.example.com/ccx/service/contoso4/ ",
                "https://WD3.example.com//ccx/service/contoso4/Human_Resources",
                "https://wd3.example.com/ccx/service/contoso4/Staffing/v31.2",
                "https://wd3.example.com/ccx/service/contoso4/Human_Resources/v31.2?wsdl"
            })
    void parse_takesTheAddressUpToTheTenantOrThatOfAService(String text) {
        Endpoint endpoint = Endpoint.parse(text);
        assertThat(endpoint.tenant()).isEqualTo("contoso4");
        assertThat(endpoint.service("Human_Resources", "v31.2")).hasToString(SERVICE);
    }

    @Test
    void parse_keepsTheVersionThatTheAddressNames() {
        assertThat(Endpoint.parse("https://h.example.com/ccx/service/t/Human_Resources/v44.0")
                        .version())
                .contains("v44.0");
        assertThat(Endpoint.parse("https://h.example.com/ccx/service/t").version())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso4",
                "https://wd3.example.com/contoso4",
                "https://wd3.example.com/ccx/service/",
                "http://wd3.example.com/ccx/service/contoso4",
                "https://user:pass@wd3.example.com/ccx/service/contoso4",
                "https://wd3.example.com/ccx/service/contoso4/Human_Resources/latest",
                "https://wd3.example.com/ccx/service/contoso4/Human_Resources/v31.2/more",
                "https://wd3.example.com/ccx/service/contoso4?x=y"
            })
    void parse_refusesAnythingElse_andNamesTheSetting(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Setting '")
                .hasMessageNotContaining("pass@");
    }

    @ParameterizedTest
    @CsvSource({"ISU,ISU@t", "ISU@t,ISU@t", "' ISU ',ISU@t", "jo@corp.example,jo@corp.example@t"})
    void qualified_completesTheUserWithTheTenant(String user, String expected) {
        assertThat(Endpoint.parse("https://h.example.com/ccx/service/t").qualified(user))
                .isEqualTo(expected);
    }

    @Test
    void qualified_refusesAnotherTenant() {
        assertThatThrownBy(() ->
                        Endpoint.parse("https://h.example.com/ccx/service/t").qualified("ISU@other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'user'")
                .hasMessageContaining("'endpoint'");
    }
}
