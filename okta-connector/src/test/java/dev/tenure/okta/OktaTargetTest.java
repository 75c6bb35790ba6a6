package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.simulators.okta.CustomAttribute;
import dev.tenure.simulators.okta.Fault;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.OktaSimulatorBuilder;
import dev.tenure.simulators.okta.SimulatedUser;
import dev.tenure.simulators.okta.SimulatedWrite;
import dev.tenure.simulators.okta.UserStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OktaTargetTest {

    private static final String LOGIN = "aicha.ben.salah@example.com";

    private final ManualTime time = new ManualTime();
    private OktaSimulator okta = OktaSimulator.builder(time)
            .attribute(CustomAttribute.of("badge", "string"))
            .attribute(CustomAttribute.of("remote", "boolean"))
            .attribute(CustomAttribute.of("floor", "integer"))
            .attribute(CustomAttribute.of("fte", "number"))
            .attribute(CustomAttribute.of("sites", "array"))
            .attribute(new CustomAttribute("sealed", "string", false, "READ_ONLY", 0, List.of()))
            .attribute(new CustomAttribute("grade", "string", false, "READ_WRITE", 3, List.of("A", "B")))
            .start();
    private OktaTarget target = target().build();

    @AfterEach
    void stop() {
        okta.close();
    }

    private OktaTargetBuilder target() {
        return OktaTarget.builder(okta.url()).token(okta.token()).clock(time).waiter(time);
    }

    private void restart(OktaSimulatorBuilder other) {
        okta.close();
        okta = other.start();
        target = target().build();
    }

    private AccountRef make(UserStatus status) {
        return new AccountRef(
                "okta", okta.addUser(People.profile(LOGIN), status).id());
    }

    private SimulatedUser user() {
        return okta.user(LOGIN).orElseThrow();
    }

    private static AttributeDelta delta(String name, AttributeValue value) {
        return new AttributeDelta(Map.of(name, value));
    }

    @Test
    void e1_create_costsOneCall() {
        Account made = target.create(People.account(LOGIN));
        assertThat(made.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(made.attributes().text("firstName")).contains("Aïcha");
        assertThat(okta.calls()).isEqualTo(Map.of("POST /users", 1));
        assertThat(user().status()).isEqualTo(UserStatus.PROVISIONED);
    }

    @Test
    void create_withoutMail_isActivatedByASecondCall() {
        target = target().activationMail(ActivationMail.NEVER).build();
        assertThat(target.create(People.account(LOGIN)).status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(okta.calls()).containsEntry("POST /users/{id}/lifecycle/activate", 1);
    }

    @Test
    void b3_create_ofAClosedAccount_isStaged_andItsMailIsSentWhenItOpens() {
        NewAccount early = new NewAccount(People.account(LOGIN).profile(), List.of(), Optional.empty(), true);
        AccountRef ref = target.create(early).ref();
        assertThat(user().status()).isEqualTo(UserStatus.STAGED);
        target.reactivate(ref);
        assertThat(user().status()).isEqualTo(UserStatus.PROVISIONED);
        target.deactivate(ref);
        target.reactivate(ref);
        assertThat(okta.writes())
                .filteredOn(write -> write.call().equals("POST /users/{id}/lifecycle/activate"))
                .extracting(SimulatedWrite::attributes)
                .containsExactly(List.of("sendEmail=true"), List.of("sendEmail=false"));
    }

    @Test
    void s4_create_whoseAnswerIsLost_isNotRepeated() {
        okta.failNext("POST /users", 1, Fault.loseAnswer());
        assertThatThrownBy(() -> target.create(People.account(LOGIN))).isInstanceOf(RetryLater.class);
        assertThat(okta.calls()).isEqualTo(Map.of("POST /users", 1));
        assertThat(target.find(List.of(AccountKey.of("login", LOGIN)))).hasSize(1);
    }

    @Test
    void e2_update_costsOneCallAndSendsOnlyTheChange() {
        AccountRef ref = make(UserStatus.ACTIVE);
        Account after = target.update(ref, delta("title", AttributeValue.of("Advisor")));
        assertThat(after.attributes().text("title")).contains("Advisor");
        assertThat(okta.calls()).isEqualTo(Map.of("POST /users/{id}", 1));
        assertThat(okta.writes())
                .singleElement()
                .satisfies(write -> assertThat(write.attributes()).containsExactly("title"));
    }

    @Test
    void m6_update_ofNull_clears() {
        AccountRef ref = make(UserStatus.ACTIVE);
        target.update(ref, delta("title", AttributeValue.of("Advisor")));
        Account after = target.update(ref, delta("title", AttributeValue.NULL));
        assertThat(after.attributes().get("title")).contains(AttributeValue.NULL);
        assertThat(user().text("title")).isEmpty();
    }

    @Test
    void m7_typedAttributes_stayTyped() {
        AccountRef ref = make(UserStatus.ACTIVE);
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("badge", AttributeValue.of("007"));
        values.put("remote", AttributeValue.of(true));
        values.put("floor", AttributeValue.of(12));
        values.put("fte", AttributeValue.of(new BigDecimal("0.80")));
        values.put("sites", AttributeValue.of(List.of(AttributeValue.of("Graz"), AttributeValue.of("Linz"))));
        target.update(ref, new AttributeDelta(values));
        Attributes read = target.get(List.of(ref)).get(0).attributes();
        values.forEach((name, value) -> assertThat(read.get(name)).contains(value));
    }

    @Test
    void e10_describe_namesCustomAttributesThatAreUnique_andTheOrganisationKeepsThemSo() {
        restart(OktaSimulator.builder(time)
                .attribute(CustomAttribute.of("badge", "string").asUnique())
                .attribute(CustomAttribute.of("room", "string")));
        assertThat(target.describe().unique()).containsExactlyInAnyOrder("login", "badge");
        Attributes first = People.account(LOGIN).profile().toBuilder()
                .put("badge", AttributeValue.of("B7"))
                .put("room", AttributeValue.of("1"))
                .build();
        Account made = target.create(new NewAccount(first, List.of()));
        assertThat(target.find(List.of(AccountKey.of("badge", "b7"))))
                .extracting(Account::ref)
                .containsExactly(made.ref());

        NewAccount second = new NewAccount(
                first.toBuilder()
                        .put("login", AttributeValue.of("other@example.com"))
                        .build(),
                List.of());
        assertThatThrownBy(() -> target.create(second))
                .isInstanceOfSatisfying(
                        Conflict.class, taken -> assertThat(taken.attribute()).contains("badge"));
    }

    @Test
    void describe_tellsTheSchema() {
        AttributeSchema schema = target.describe().schema().orElseThrow();
        target.describe();
        assertThat(okta.calls()).isEqualTo(Map.of("GET /meta/schemas/user/{id}", 1));
        assertThat(schema.find("login").orElseThrow().required()).isTrue();
        assertThat(schema.find("countryCode").orElseThrow().maxLength()).hasValue(2);
        assertThat(schema.find("remote").map(AttributeDefinition::type)).contains(AttributeType.BOOLEAN);
        assertThat(schema.find("sites").map(AttributeDefinition::elementType)).contains(AttributeType.STRING);
        assertThat(schema.find("sealed").orElseThrow().readOnly()).isTrue();
        assertThat(schema.find("grade").orElseThrow().allowed()).containsExactly("A", "B");
    }

    @Test
    void onceTheSchemaIsKnown_whatOktaLeavesOutIsEmpty() {
        AccountRef ref = make(UserStatus.ACTIVE);
        assertThat(target.get(List.of(ref)).get(0).attributes().isRead("badge")).isFalse();
        target.describe();
        assertThat(target.get(List.of(ref)).get(0).attributes().get("badge")).contains(AttributeValue.NULL);
    }

    @Test
    void aValueThatOktaRefuses_isNamedWithoutTheValue() {
        AccountRef ref = make(UserStatus.ACTIVE);
        okta.refuse("mobilePhone", value -> value.contains("555"));
        assertThatThrownBy(() -> target.update(ref, delta("mobilePhone", AttributeValue.of("+1 555 0100"))))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.attribute()).contains("mobilePhone"))
                .hasMessageContaining("attribute 'mobilePhone' does not have the form")
                .hasMessageContaining(ref.id())
                .hasMessageContaining("E0000001")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("555"));
    }

    @Test
    void aReadOnlyAttribute_isNamed() {
        AccountRef ref = make(UserStatus.ACTIVE);
        assertThatThrownBy(() -> target.update(ref, delta("sealed", AttributeValue.of("x"))))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.attribute()).contains("sealed"));
    }

    @Test
    void aProfileThatAnotherSystemSources_isTold() {
        AccountRef ref = make(UserStatus.ACTIVE);
        okta.sourceElsewhere(LOGIN);
        assertThatThrownBy(() -> target.update(ref, delta("title", AttributeValue.of("x"))))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("sourced by another system");
    }

    @Test
    void e10_aLoginThatDiffersInCaseAndDiacritics_isTaken() {
        make(UserStatus.DEPROVISIONED);
        assertThatThrownBy(() -> target.create(People.account("AÏCHA.ben.salah@example.com")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.attribute()).contains("login"));
    }

    @Test
    void find_seesAnAddressInOtherCase() {
        make(UserStatus.ACTIVE);
        assertThat(target.find(List.of(AccountKey.of("email", "Aicha.Ben.Salah@Example.com"))))
                .hasSize(1);
    }

    @Test
    void find_batchesManyKeysIntoFewCalls() {
        List<AccountKey> keys = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            okta.addUser(People.profile("person" + i + "@example.com"), UserStatus.ACTIVE);
            keys.add(AccountKey.of("login", "person" + i + "@example.com"));
            keys.add(AccountKey.of("email", "person" + i + "@example.com"));
        }
        assertThat(target.find(keys)).hasSize(200);
        assertThat(okta.callCount()).isLessThanOrEqualTo(10);
    }

    @Test
    void find_valuesWithQuotesAndBackslashes_areValues() {
        Map<String, Object> odd = People.profile("o\"hara\\@example.com");
        okta.addUser(odd, UserStatus.ACTIVE);
        make(UserStatus.ACTIVE);
        assertThat(target.find(List.of(AccountKey.of("login", "o\"hara\\@example.com"))))
                .hasSize(1);
        assertThat(target.find(List.of(AccountKey.of("login", "x\" or profile.login sw \""))))
                .isEmpty();
    }

    @Test
    void find_bySearch_seesWhatWasWrittenAMomentAgo_andNotWhatIsNoLongerSo() {
        restart(OktaSimulator.builder(time).searchLag(Duration.ofSeconds(30)));
        target = target().keys(List.of("employeeNumber")).build();
        NewAccount account = new NewAccount(
                People.account(LOGIN).profile().toBuilder()
                        .put("employeeNumber", "E-1")
                        .build(),
                List.of());
        AccountRef ref = target.create(account).ref();
        assertThat(target.find(List.of(AccountKey.of("employeeNumber", "E-1")))).hasSize(1);
        time.advance(Duration.ofMinutes(1));
        target.update(ref, delta("employeeNumber", AttributeValue.of("E-2")));
        assertThat(target.find(List.of(AccountKey.of("employeeNumber", "E-1")))).isEmpty();
        assertThat(target.find(List.of(AccountKey.of("employeeNumber", "E-2")))).hasSize(1);
        time.advance(Duration.ofMinutes(5));
        assertThat(target.find(List.of(AccountKey.of("employeeNumber", "e-2")))).hasSize(1);
    }

    @Test
    void accounts_listsEveryStatusPageByPage() {
        target = target().pageSize(3).build();
        for (UserStatus status : UserStatus.values()) {
            okta.addUser(People.profile(status + "@example.com"), status);
        }
        Map<String, AccountStatus> found = new LinkedHashMap<>();
        try (AccountPages pages = target.accounts()) {
            for (Optional<List<Account>> page = pages.next(); page.isPresent(); page = pages.next()) {
                assertThat(page.get()).hasSizeLessThanOrEqualTo(3);
                page.get().forEach(account -> found.put(account.login(), account.status()));
            }
        }
        assertThat(found)
                .hasSize(8)
                .containsEntry("STAGED@example.com", AccountStatus.STAGED)
                .containsEntry("LOCKED_OUT@example.com", AccountStatus.ACTIVE)
                .containsEntry("SUSPENDED@example.com", AccountStatus.SUSPENDED)
                .containsEntry("DEPROVISIONED@example.com", AccountStatus.DEACTIVATED);
        assertThat(okta.calls()).isEqualTo(Map.of("GET /users", 3));
    }

    @Test
    void aPageThatFails_isReadAgain() {
        target = target().pageSize(1).build();
        okta.addUser(People.profile("a@example.com"), UserStatus.ACTIVE);
        okta.addUser(People.profile("b@example.com"), UserStatus.ACTIVE);
        try (AccountPages pages = target.accounts()) {
            pages.next();
            okta.failNext("GET /users", 1, Fault.cutWithinAnswer());
            assertThatThrownBy(pages::next).isInstanceOf(RetryLater.class);
            assertThat(pages.next().orElseThrow()).extracting(Account::login).containsExactly("b@example.com");
            assertThat(pages.next()).isEmpty();
        }
    }

    @Test
    void e3_deactivate_costsOneCall_andIsSuccessAgain() {
        AccountRef ref = make(UserStatus.ACTIVE);
        target.deactivate(ref);
        assertThat(okta.calls()).isEqualTo(Map.of("POST /users/{id}/lifecycle/deactivate", 1));
        target.deactivate(ref);
        assertThat(user().status()).isEqualTo(UserStatus.DEPROVISIONED);
    }

    @Test
    void anUnfinishedDeactivation_countsAsClosed() {
        restart(OktaSimulator.builder(time).transitionDelay(Duration.ofSeconds(20)));
        AccountRef ref = make(UserStatus.ACTIVE);
        target.deactivate(ref);
        target.deactivate(ref);
        assertThat(target.get(List.of(ref)).get(0).status()).isEqualTo(AccountStatus.DEACTIVATED);
    }

    @Test
    void e5_reactivate_waitsUntilTheUserCanBeUpdated() {
        restart(OktaSimulator.builder(time).transitionDelay(Duration.ofSeconds(5)));
        AccountRef ref = make(UserStatus.DEPROVISIONED);
        target.reactivate(ref);
        target.update(ref, delta("title", AttributeValue.of("Back")));
        assertThat(user().status()).isEqualTo(UserStatus.PROVISIONED);
        target.reactivate(ref);
    }

    @Test
    void reactivate_ofWhatIsStillClosing_isForLater() {
        restart(OktaSimulator.builder(time).transitionDelay(Duration.ofMinutes(2)));
        AccountRef ref = make(UserStatus.ACTIVE);
        target.deactivate(ref);
        assertThatThrownBy(() -> target.reactivate(ref)).isInstanceOf(RetryLater.class);
    }

    @Test
    void reactivate_thatNeverEnds_isForLater() {
        restart(OktaSimulator.builder(time).transitionDelay(Duration.ofHours(2)));
        AccountRef ref = make(UserStatus.STAGED);
        assertThatThrownBy(() -> target.reactivate(ref))
                .isInstanceOf(RetryLater.class)
                .hasMessageContaining("has not finished");
    }

    @Test
    void suspend_ofWhatCannotBeSuspended_deactivates() {
        AccountRef ref = make(UserStatus.STAGED);
        target.suspend(ref);
        assertThat(user().status()).isEqualTo(UserStatus.DEPROVISIONED);
        okta.setStatus(LOGIN, UserStatus.ACTIVE);
        target.suspend(ref);
        target.suspend(ref);
        assertThat(user().status()).isEqualTo(UserStatus.SUSPENDED);
        target.update(ref, delta("title", AttributeValue.of("On leave")));
        target.unsuspend(ref);
        target.unsuspend(ref);
        assertThat(user().status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void unlock_letsInWhoWasLockedOut_andNobodyElse() {
        AccountRef ref = make(UserStatus.LOCKED_OUT);
        target.unlock(ref);
        assertThat(user().status()).isEqualTo(UserStatus.ACTIVE);
        okta.setStatus(LOGIN, UserStatus.SUSPENDED);
        target.unlock(ref);
        assertThat(user().status()).isEqualTo(UserStatus.SUSPENDED);
        okta.failNext("POST /users/{id}/lifecycle/unlock", 1, Fault.error(403, "E0000038"));
        okta.setStatus(LOGIN, UserStatus.LOCKED_OUT);
        assertThatThrownBy(() -> target.unlock(ref)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void restartActivation_isForWhoHasNotFinishedIt() {
        AccountRef ref = make(UserStatus.PROVISIONED);
        target.restartActivation(ref, true);
        assertThat(okta.writes()).hasSize(1);
        okta.setStatus(LOGIN, UserStatus.DEPROVISIONED);
        target.restartActivation(ref, true);
        assertThat(user().status()).isEqualTo(UserStatus.DEPROVISIONED);
        assertThat(okta.writes()).hasSize(1);
    }

    @Test
    void endSessions_isSuccessForWhoIsGone() {
        AccountRef ref = make(UserStatus.ACTIVE);
        target.endSessions(ref);
        target.endSessions(new AccountRef("okta", "00uNobody"));
        assertThat(okta.calls()).isEqualTo(Map.of("DELETE /users/{id}/sessions", 2));
    }

    @Test
    void updateOfADeactivatedUser_saysWhatToDo() {
        AccountRef ref = make(UserStatus.DEPROVISIONED);
        assertThatThrownBy(() -> target.update(ref, delta("title", AttributeValue.of("x"))))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("Edit deactivated user profiles");
    }

    @Test
    void wrongToken_isTold() {
        target = OktaTarget.builder(okta.url())
                .token("wrong")
                .clock(time)
                .waiter(time)
                .build();
        assertThatThrownBy(() -> target.get(List.of(new AccountRef("okta", "00u1"))))
                .isInstanceOf(CredentialsRejected.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("wrong"));
        assertThat(target.test().ok()).isFalse();
    }

    @Test
    void anAccountOfAnotherTarget_isRefused() {
        assertThatThrownBy(() -> target.deactivate(new AccountRef("other", "1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
