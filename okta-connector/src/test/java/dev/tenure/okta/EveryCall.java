package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.simulators.okta.CustomAttribute;
import dev.tenure.simulators.okta.Fault;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.UserStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;

/** Every call that the connector can make, to an organisation that has everything that it can call for. */
final class EveryCall {

    private static final Pattern NAMED = Pattern.compile("Operation\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern CHOSEN = Pattern.compile("\\? \"([^\"]+)\" : \"([^\"]+ group)\"");
    private static final Pattern LIFECYCLE = Pattern.compile("users\\.lifecycle\\(id, \"([a-z]+)\"");

    private final ManualTime time = new ManualTime();
    private final Set<String> made = new TreeSet<>();

    /** Starts the organisation, which is to be closed. */
    OktaSimulator organisation() {
        return OktaSimulator.builder(time)
                .attribute(CustomAttribute.of("badge", "string"))
                .attribute(new CustomAttribute("grade", "string", false, "READ_ONLY", 3, List.of("A", "B")))
                .attribute(CustomAttribute.of("sites", "array"))
                .userType(
                        "oty7",
                        "contractor",
                        List.of(CustomAttribute.of("agency", "string").sourcedBy("0oaPayroll")))
                .transitionDelay(Duration.ofMillis(300))
                .start();
    }

    /** Makes the calls. */
    void make(OktaSimulator okta, OkHttpClient client) {
        for (ActivationMail mail : ActivationMail.values()) {
            OktaTarget target =
                    target(okta, client).pageSize(2).activationMail(mail).build();
            callEverything(target, okta, mail.name());
            callWhatTheEngineDoesNot(target, okta, mail.name());
        }
        OktaTarget typed = target(okta, client).userType("contractor").build();
        typed.describe();
        typed.create(People.account("contractor@example.com"));
        assertThat(made)
                .as("calls that were made, of those that the connector's source names")
                .isEqualTo(known());
    }

    private OktaTargetBuilder target(OktaSimulator okta, OkHttpClient client) {
        return OktaTarget.builder(okta.url())
                .token(okta.token())
                .client(client)
                .listener(event -> made.add(event.operation()))
                .clock(time)
                .waiter(time);
    }

    /** What the source names, so that no call is forgotten here. */
    private static Set<String> known() {
        Set<String> known = new TreeSet<>();
        Path main = Path.of("src/main/java/dev/tenure/okta");
        for (String file : List.of("UserCalls", "GroupCalls", "AppCalls", "SchemaCalls")) {
            String source = read(main.resolve("internal/call/" + file + ".java"));
            find(NAMED, source, match -> known.add(match.group(1)));
            find(CHOSEN, source, match -> known.addAll(List.of(match.group(1), match.group(2))));
        }
        find(LIFECYCLE, read(main.resolve("Transitions.java")), match -> known.add(match.group(1) + " of user"));
        return known;
    }

    private static void find(Pattern pattern, String source, Consumer<Matcher> found) {
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            found.accept(matcher);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void callEverything(OktaTarget target, OktaSimulator okta, String name) {
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
        okta.failNext("PUT /groups/{id}/users/{user}", 1, Fault.error(400, "E0000001"));
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

    private void callWhatTheEngineDoesNot(OktaTarget target, OktaSimulator okta, String name) {
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
