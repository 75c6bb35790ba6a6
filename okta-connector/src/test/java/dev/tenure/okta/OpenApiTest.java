package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.simulators.okta.CustomAttribute;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.UserStatus;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the connector sends, and what the simulator answers, is what Okta describes. */
@Timeout(120)
class OpenApiTest {

    @Test
    void everyCall_keepsToOktasDescription() throws Exception {
        boolean there = Files.isRegularFile(OpenApiCheck.description());
        if (!there) {
            System.out.println("OpenApiTest is skipped: there is no " + OpenApiCheck.description()
                    + "; set -Dtenure.reference to the folder of the reference documents");
        }
        assumeTrue(there, "no OpenAPI description");
        OpenApiCheck check = OpenApiCheck.load();
        ManualTime time = new ManualTime();
        try (OktaSimulator okta = OktaSimulator.builder(time)
                .attribute(CustomAttribute.of("badge", "string"))
                .attribute(new CustomAttribute("grade", "string", false, "READ_ONLY", 3, List.of("A", "B")))
                .attribute(CustomAttribute.of("sites", "array"))
                .userType(
                        "oty7",
                        "contractor",
                        List.of(CustomAttribute.of("agency", "string").sourcedBy("0oaPayroll")))
                .transitionDelay(Duration.ofMillis(300))
                .start()) {
            OkHttpClient client =
                    new OkHttpClient.Builder().addInterceptor(check).build();
            for (ActivationMail mail : ActivationMail.values()) {
                OktaTarget target = OktaTarget.builder(okta.url())
                        .token(okta.token())
                        .client(client)
                        .clock(time)
                        .waiter(time)
                        .pageSize(2)
                        .activationMail(mail)
                        .build();
                callEverything(target, time, mail.name());
                callWhatTheEngineDoesNot(target, okta, time, mail.name());
            }
            OktaTarget typed = OktaTarget.builder(okta.url())
                    .token(okta.token())
                    .client(client)
                    .clock(time)
                    .waiter(time)
                    .userType("contractor")
                    .build();
            typed.describe();
            typed.create(People.account("contractor@example.com"));
            assertThat(okta.calls()).hasSizeGreaterThan(24);
        }
        assertThat(check.violations()).isEmpty();
    }

    private static void callEverything(OktaTarget target, ManualTime time, String name) {
        target.test();
        target.describe();
        AccountRef one =
                target.create(People.account(name + ".one@example.com")).ref();
        AccountRef two =
                target.create(People.account(name + ".two@example.com")).ref();
        AccountRef three =
                target.create(People.account(name + ".three@example.com")).ref();
        time.advance(Duration.ofSeconds(1));
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("title", AttributeValue.of("Advisor"));
        values.put("city", AttributeValue.NULL);
        values.put("badge", AttributeValue.of("7"));
        values.put("sites", AttributeValue.of(List.of(AttributeValue.of("Graz"))));
        target.update(one, new AttributeDelta(values));
        target.get(List.of(one));
        target.get(List.of(one, two, three));
        target.find(List.of(
                AccountKey.of("login", name + ".one@example.com"),
                AccountKey.of("badge", "7"),
                new AccountKey(Map.of("firstName", "Aïcha", "lastName", "Ben Salah"))));
        try (AccountPages pages = target.accounts()) {
            while (pages.next().isPresent()) {
                // Every page is checked as it passes.
            }
        }
        GroupTarget groups = target.groups().orElseThrow();
        String group = groups.create(name + " staff").id();
        groups.find(name + " staff");
        groups.rename(group, name + " people");
        groups.addMember(group, one);
        groups.members(group);
        groups.removeMember(group, one);
        groups.delete(group);
        target.suspend(one);
        target.unsuspend(one);
        target.deactivate(two);
        time.advance(Duration.ofSeconds(1));
        target.reactivate(two);
        target.delete(two);
        target.delete(two);
    }

    private static void callWhatTheEngineDoesNot(OktaTarget target, OktaSimulator okta, ManualTime time, String name) {
        AccountRef four =
                target.create(People.account(name + ".four@example.com")).ref();
        time.advance(Duration.ofSeconds(1));
        String app = okta.addApp(name, true);
        target.apps().assign(app, four, Attributes.empty());
        target.apps()
                .assign(app, four, Attributes.builder().put("costCentre", "7").build());
        target.apps().assigned(app);
        target.apps().unassign(app, four);
        target.apps().unassign(app, four);
        target.restartActivation(four, false);
        target.restartActivation(four, true);
        okta.setStatus(four.id(), UserStatus.LOCKED_OUT);
        target.unlock(four);
        target.unlock(four);
        target.endSessions(four);
    }
}
