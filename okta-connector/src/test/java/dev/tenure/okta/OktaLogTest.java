package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.simulators.okta.Fault;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.UserStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Everything that is logged in full runs, at every level, is searched for what must not be in it. */
@Timeout(60)
class OktaLogTest {

    private static final String TOKEN = "00planted-api-token";

    /** What stands for a person here, and nowhere else. */
    private static final List<String> PERSONAL =
            List.of("Xanthippe", "Quenzel", "xq.planted@example.com", "+43 555 0187", "Plantedstrasse");

    private static final List<String> SCOPES = List.of("okta.users.manage", "okta.groups.manage", "okta.schemas.read");

    private final ManualTime time = new ManualTime();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream log = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void s7_logsOfFullRuns_holdNothingSecretOrPersonal() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
        PrintStream out = System.out;
        PrintStream err = System.err;
        Logger root = Logger.getLogger("");
        Level level = root.getLevel();
        Handler handler = new Printing();
        System.setOut(log);
        System.setErr(log);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        try (OktaSimulator okta = OktaSimulator.builder(time)
                .token(TOKEN)
                .serviceApp("app-1", "key-1", key.toECPublicKey(), Set.copyOf(SCOPES))
                .start()) {
            LoggerFactory.getLogger("dev.tenure.okta.test").trace("slf4j is heard");
            Logger.getLogger("okhttp3.test").finest("java.util.logging is heard");
            runs(okta, target(okta).token(TOKEN));
            runs(
                    okta,
                    target(okta)
                            .serviceApp(OktaServiceApp.of("app-1", key.toJSONString())
                                    .withScopes(SCOPES)));
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(handler);
            root.setLevel(level);
        }
        String logged = bytes.toString(StandardCharsets.UTF_8);
        assertThat(logged).contains("slf4j is heard", "java.util.logging is heard", "update of user", "E0000001");
        PERSONAL.forEach(value -> assertThat(logged).doesNotContain(value));
        assertThat(logged)
                .doesNotContain(TOKEN, "SSWS ", "Bearer ", "simulated-access", "client_assertion=")
                .doesNotContain(key.getD().toString(), key.toJSONString());
    }

    private OktaTargetBuilder target(OktaSimulator okta) {
        return OktaTarget.builder(okta.url())
                .clock(time)
                .waiter(time)
                .keys(List.of("login", "email", "employeeNumber"))
                .listener(event -> log.println(event));
    }

    /** A joiner, changes that succeed and that fail in every way, and a leaver; what hosts see is logged too. */
    private void runs(OktaSimulator okta, OktaTargetBuilder settings) {
        OktaTarget target = settings.build();
        InMemoryHrSource hr = InMemoryHrSource.builder("hr", time).build();
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(hr)
                .target(target)
                .store(new InMemoryStore())
                .policy(LifecyclePolicy.recommended())
                .clock(time)
                .build();
        log.println(target);
        hr.put(person("Advisor", "+43 555 0187", null));
        step(engine);
        okta.refuse("mobilePhone", value -> value.contains("555"));
        hr.put(person("Chief", "+43 555 0187 9", null));
        step(engine);
        okta.refuseNoMore("mobilePhone");
        int count = 0;
        for (Fault fault : List.of(
                Fault.error(400, "E0000001"),
                Fault.error(403, "E0000006"),
                Fault.error(500, "E0000009"),
                Fault.garbage(),
                Fault.loseAnswer(),
                Fault.cutWithinAnswer(),
                Fault.quotaUsedUp(),
                Fault.crowded())) {
            okta.failNext("POST /users/{id}", 1, fault);
            hr.put(person("Chief " + count++, "+43 555 0187", null));
            step(engine);
        }
        hr.put(person("Chief", "+43 555 0187", LocalDate.of(2026, 2, 27)));
        step(engine);
        assertThat(okta.user("xq.planted@example.com").orElseThrow().status()).isEqualTo(UserStatus.DEPROVISIONED);
        okta.setStatus("xq.planted@example.com", UserStatus.ACTIVE);
    }

    private void step(LifecycleEngine engine) {
        log.println(engine.plan(ImportKind.FULL));
        log.println(engine.run(ImportKind.FULL));
        log.println(engine.failures());
        log.println(engine.pending());
    }

    private static HrRecord person(String title, String phone, @Nullable LocalDate end) {
        var employment =
                Employment.builder().hireDate(LocalDate.of(2024, 1, 8)).firstDayOfWork(LocalDate.of(2024, 1, 8));
        if (end != null) {
            employment.terminationDate(end);
        }
        return HrRecord.of(
                "100",
                employment.build(),
                Attributes.builder()
                        .put("userName", "xq.planted@example.com")
                        .put("email", "xq.planted@example.com")
                        .put("firstName", "Xanthippe")
                        .put("lastName", "Quenzel")
                        .put("businessTitle", title)
                        .put("mobilePhone", phone)
                        .put("streetAddress", "Plantedstrasse 1")
                        .build());
    }

    private final class Printing extends Handler {

        Printing() {
            setLevel(Level.ALL);
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(LogRecord logged) {
            log.println(getFormatter().format(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
