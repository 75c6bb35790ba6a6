package dev.tenure.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.simulators.successfactors.SuccessFactorsSimulator;
import dev.tenure.successfactors.SuccessFactorsSource;
import dev.tenure.successfactors.options.OAuthClient;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The samples of successfactors.md. */
class SuccessFactorsSamplesTest {

    @Test
    void source() {
        SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
        InMemoryStore store = new InMemoryStore();
        InMemoryTarget okta = InMemoryTarget.named("okta");
        try (SuccessFactorsSimulator hr = SuccessFactorsSimulator.start(clock)) {
            String apiServer = hr.endpoint();
            String companyId = hr.company();
            String apiUser = hr.user();
            String password = hr.password();
            // sample successfactors
            SuccessFactorsPolicy switches = SuccessFactorsPolicy.recommended()
                    .with(policy -> policy.preStartDays(7).addActiveStatuses("P"));
            SuccessFactorsSource source = SuccessFactorsSource.builder(apiServer)
                    .credentials(companyId, apiUser, password) // or .oauth(OAuthClient...)
                    .policy(switches)
                    .build();
            LifecycleEngine engine = LifecycleEngine.builder()
                    .source(source)
                    .target(okta)
                    .store(store)
                    .policy(switches.applyTo(LifecyclePolicy.recommended()))
                    .clock(clock)
                    .build();
            // end
            hr.hire(
                    "100",
                    LocalDate.of(2024, 1, 8),
                    person -> person.name("Jo", "Álvarez")
                            .userName("jo@example.com")
                            .email("jo@example.com"));
            engine.run(ImportKind.FULL);
            assertThat(okta.account("jo@example.com")).isPresent();
        }
    }

    @Test
    void oauth() throws NoSuchAlgorithmException {
        String apiServer = "https://api4.successfactors.com";
        String apiKey = "key";
        String companyId = "company";
        String apiUser = "tenure_api";
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey privateKey = generator.generateKeyPair().getPrivate();
        // sample successfactors-oauth
        SuccessFactorsSource source = SuccessFactorsSource.builder(apiServer)
                .oauth(OAuthClient.builder()
                        .apiKey(apiKey)
                        .companyId(companyId)
                        .user(apiUser)
                        .key(privateKey)
                        .build())
                .build();
        // end
        assertThat(source.name()).isEqualTo("successfactors");
    }
}
