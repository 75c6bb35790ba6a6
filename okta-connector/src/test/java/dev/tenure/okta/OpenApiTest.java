package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.simulators.okta.OktaSimulator;
import java.nio.file.Files;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the connector sends, and what the simulator answers, is what Okta describes. */
@Timeout(600)
class OpenApiTest {

    private final EveryCall calls = new EveryCall();

    @Test
    void everyCall_keepsToOktasDescription() throws Exception {
        requireDescription();
        OpenApiCheck check = OpenApiCheck.load();
        try (OktaSimulator okta = calls.organisation()) {
            calls.make(okta, new OkHttpClient.Builder().addInterceptor(check).build());
        }
        assertThat(check.violations()).isEmpty();
    }

    /** The same by a checker that others wrote and that stands between the two. */
    @Test
    void everyCall_passesPrism() throws Exception {
        requireDescription();
        try (OktaSimulator okta = calls.organisation()) {
            Optional<Prism> prism = Prism.start(okta.url(), OpenApiCheck.description());
            assumeTrue(prism.isPresent(), "Prism could not be started");
            try (Prism between = prism.orElseThrow()) {
                calls.make(
                        okta, new OkHttpClient.Builder().addInterceptor(between).build());
                assertThat(between.violations()).isEmpty();
                assertThat(between.checked()).isEqualTo(okta.callCount());
            }
        }
    }

    private static void requireDescription() {
        boolean there = Files.isRegularFile(OpenApiCheck.description());
        if (!there) {
            System.out.println("OpenApiTest is skipped: there is no " + OpenApiCheck.description()
                    + "; set -Dtenure.reference to the folder of the reference documents");
        }
        assumeTrue(there, "no OpenAPI description");
    }
}
