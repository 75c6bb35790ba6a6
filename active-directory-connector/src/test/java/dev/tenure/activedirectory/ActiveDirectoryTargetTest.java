package dev.tenure.activedirectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.TargetGroup;
import dev.tenure.simulators.directory.DirectorySimulator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the connector does beyond the contract, and what Windows enforces and other servers do not. */
class ActiveDirectoryTargetTest {

    private final DirectorySimulator directory = DirectorySimulator.start();
    private final ActiveDirectoryTarget target =
            Domain.target(directory).pageSize(3).build();

    @AfterEach
    void close() {
        target.close();
        directory.close();
    }

    @Test
    void create_isClosedUntilItHasItsPassword_andOpensThen() {
        Account ada = target.create(person("ada", "Ada", "Okoro"));
        assertThat(ada.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(directory.writes())
                .containsExactly(
                        "add",
                        "modify unicodePwd",
                        "modify pwdLastSet",
                        "modify userAccountControl",
                        "modify userAccountControl");
        Entry entry = directory.entry("ada");
        assertThat(entry.getAttributeValue("userAccountControl")).isEqualTo("512");
        assertThat(entry.getAttributeValue("pwdLastSet")).isEqualTo("0");
        assertThat(entry.getAttributeValue("userPrincipalName")).isEqualTo("ada@corp.example.test");
        assertThat(entry.getAttributeValue("displayName")).isEqualTo("Ada Okoro");
        assertThat(directory.passwords().get("ada")).hasSize(24);
    }

    @Test
    void create_withAPasswordThatTheDomainRefuses_leavesNoAccountBehind() {
        try (ActiveDirectoryTarget weak = Domain.target(directory)
                .initialPassword(profile -> "abc".toCharArray())
                .build()) {
            assertThatThrownBy(() -> weak.create(person("ada", "Ada", "Okoro")))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("policy")
                    .hasMessageContaining("0000052D")
                    .hasMessageNotContaining("abc");
            assertThat(weak.find(List.of(AccountKey.of("samAccountName", "ada"))))
                    .isEmpty();
        }
    }

    @Test
    void create_withAPasswordThatHoldsTheLogin_isRefusedBeforeItIsSent() {
        try (ActiveDirectoryTarget weak = Domain.target(directory)
                .initialPassword(profile -> "Xx1-ADA-longer-than-that".toCharArray())
                .build()) {
            assertThatThrownBy(() -> weak.create(person("ada", "Ada", "Okoro")))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageNotContaining("longer-than");
            assertThat(directory.writes()).doesNotContain("modify unicodePwd");
        }
    }

    @Test
    void create_thatWasCutOffBeforeThePassword_isOpenedByReactivate() {
        directory.failNext("modify", ResultCode.SERVER_DOWN, "gone");
        assertThatThrownBy(() -> target.create(person("ada", "Ada", "Okoro"))).isInstanceOf(RetryLater.class);
        Account there =
                target.find(List.of(AccountKey.of("samAccountName", "ada"))).get(0);
        assertThat(there.status()).isEqualTo(AccountStatus.STAGED);
        target.reactivate(there.ref());
        assertThat(status("ada")).isEqualTo(AccountStatus.ACTIVE);
        assertThat(directory.passwords()).containsKey("ada");
    }

    /** A domain controller that is too busy has not begun; of one that stopped answering nobody knows. */
    @Test
    void s4_whatIsTurnedAwayBeforeTheFirstWrite_hasDoneNothing() {
        directory.failNext("add", ResultCode.BUSY, "busy");
        assertThat(mayHaveActed(() -> target.create(person("ada", "Ada", "Okoro"))))
                .isFalse();
        directory.failNext("add", ResultCode.UNAVAILABLE, "shutting down");
        assertThat(mayHaveActed(() -> target.create(person("ada", "Ada", "Okoro"))))
                .isTrue();
        directory.failNext("search", ResultCode.UNAVAILABLE, "shutting down");
        assertThat(mayHaveActed(() -> target.create(person("ada", "Ada", "Okoro"))))
                .as("only looked up")
                .isFalse();
        AccountRef ada = target.create(person("ada", "Ada", "Okoro")).ref();
        directory.failNext("modify", ResultCode.BUSY, "busy");
        assertThat(mayHaveActed(() -> target.update(ada, set("title", "Analyst"))))
                .isFalse();
        directory.close();
        assertThat(mayHaveActed(() -> target.create(person("lin", "Lin", "Okoro"))))
                .isFalse();
    }

    /** Another controller answers by then, which may not know the place yet, nor what was made there. */
    @Test
    void s4_anAddWhoseAnswerWasLost_staysInDoubt_whateverALookAfterItSays() {
        NewAccount ada = new NewAccount(profile("ada", "Ada", "Okoro"), List.of(), Optional.of("Nowhere"), false);
        assertThatThrownBy(() -> target.create(ada)).isInstanceOf(InvalidValue.class);
        directory.failNext("add", ResultCode.UNAVAILABLE, "shutting down");
        assertThat(mayHaveActed(() -> target.create(ada))).isTrue();
    }

    /** Whatever is refused of it afterwards, the account is there, and is to be found by the next run. */
    @Test
    void s4_anAccountThatWasMade_andMayNotBeReadOrRemoved_isNotForgotten() {
        directory.failAfter("add", "search", ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "no");
        assertThat(mayHaveActed(() -> target.create(person("ada", "Ada", "Okoro"))))
                .isTrue();
        assertThat(status("ada")).isEqualTo(AccountStatus.STAGED);
        try (ActiveDirectoryTarget weak = Domain.target(directory)
                .initialPassword(profile -> "abc".toCharArray())
                .build()) {
            directory.failNext("delete", ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "no");
            ConnectorException failure =
                    catchThrowableOfType(ConnectorException.class, () -> weak.create(person("lin", "Lin", "Okoro")));
            assertThat(failure.mayHaveActed()).isTrue();
            assertThat(failure).hasMessageContaining("0000052D");
            assertThat(status("lin")).isEqualTo(AccountStatus.STAGED);
            assertThat(mayHaveActed(() -> weak.create(person("sam", "Sam", "Okoro"))))
                    .as("removed again")
                    .isFalse();
        }
    }

    private static boolean mayHaveActed(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call).mayHaveActed();
    }

    @Test
    void e3_flagsOfOthers_surviveClosingAndOpening() throws LDAPException {
        AccountRef ada = target.create(person("ada", "Ada", "Okoro")).ref();
        directory
                .server()
                .modify(
                        directory.entry("ada").getDN(),
                        new Modification(ModificationType.REPLACE, "userAccountControl", "66048"));
        target.deactivate(ada);
        assertThat(directory.entry("ada").getAttributeValue("userAccountControl"))
                .isEqualTo("66050");
        target.reactivate(ada);
        assertThat(directory.entry("ada").getAttributeValue("userAccountControl"))
                .isEqualTo("66048");
    }

    @Test
    void e3_whoLeaves_isDisabledAndMoved_andComesBackToThePlaceThatWasNoted() {
        try (ActiveDirectoryTarget noting = Domain.target(directory)
                .formerPlaceIn("msDS-cloudExtensionAttribute20")
                .build()) {
            AccountRef ada = noting.create(
                            new NewAccount(profile("ada", "Ada", "Okoro"), List.of(), Optional.of("Sales/Oslo"), false))
                    .ref();
            noting.deactivate(ada);
            assertThat(parent("ada")).isEqualTo("OU=Leavers,DC=corp,DC=example,DC=test");
            assertThat(status("ada")).isEqualTo(AccountStatus.DEACTIVATED);
            noting.deactivate(ada);
            noting.reactivate(ada);
            assertThat(parent("ada")).isEqualTo("OU=Oslo,OU=Sales,OU=Staff,DC=corp,DC=example,DC=test");
            assertThat(directory.entry("ada").hasAttribute("msDS-cloudExtensionAttribute20"))
                    .isFalse();
        }
    }

    /** S4: what is asked for again after it was cut off ends where it would have. */
    @ParameterizedTest
    @ValueSource(strings = {"modify", "move"})
    void s4_leavingAndComingBack_cutOffAnywhere_endsInTheRightPlace(String cutAt) {
        try (ActiveDirectoryTarget noting = Domain.target(directory)
                .formerPlaceIn("msDS-cloudExtensionAttribute20")
                .build()) {
            AccountRef ada = noting.create(
                            new NewAccount(profile("ada", "Ada", "Okoro"), List.of(), Optional.of("Sales/Oslo"), false))
                    .ref();
            directory.failNext(cutAt, ResultCode.SERVER_DOWN, "gone");
            assertThatThrownBy(() -> noting.deactivate(ada)).isInstanceOf(RetryLater.class);
            noting.deactivate(ada);
            assertThat(parent("ada")).isEqualTo(DirectorySimulator.LEAVERS);
            assertThat(status("ada")).isEqualTo(AccountStatus.DEACTIVATED);
            directory.failNext(cutAt, ResultCode.SERVER_DOWN, "gone");
            assertThatThrownBy(() -> noting.reactivate(ada)).isInstanceOf(RetryLater.class);
            noting.reactivate(ada);
            assertThat(parent("ada")).isEqualTo("OU=Oslo,OU=Sales,OU=Staff,DC=corp,DC=example,DC=test");
            assertThat(status("ada")).isEqualTo(AccountStatus.ACTIVE);
        }
    }

    @Test
    void e5_withoutANote_whoComesBackGoesToTheDefaultPlace() {
        AccountRef ada = target.create(
                        new NewAccount(profile("ada", "Ada", "Okoro"), List.of(), Optional.of("Sales"), false))
                .ref();
        target.deactivate(ada);
        target.reactivate(ada);
        assertThat(parent("ada")).isEqualTo("OU=Staff,DC=corp,DC=example,DC=test");
    }

    @Test
    void d4_twoOfOneName_areTwoAccountsInOnePlace_andAmongThoseWhoLeft() {
        AccountRef one = target.create(person("lee1", "Lee", "Kim")).ref();
        AccountRef two = target.create(person("lee2", "Lee", "Kim")).ref();
        assertThat(cn("lee1")).isEqualTo("Lee Kim");
        assertThat(cn("lee2")).isEqualTo("Lee Kim (lee2)");
        AccountRef three = target.create(
                        new NewAccount(profile("lee3", "Lee", "Kim"), List.of(), Optional.of("Sales"), false))
                .ref();
        List.of(one, two, three).forEach(target::deactivate);
        assertThat(cn("lee3")).isEqualTo("Lee Kim (lee3)");
        assertThat(parent("lee3")).isEqualTo(DirectorySimulator.LEAVERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Smith,OU=Sales",
                "a+b",
                "a=b",
                "<script>",
                "a;b",
                "\"quoted\"",
                "back\\slash",
                "#hash",
                "*",
                "(cn=*)",
                "O'Neil/Jr",
                "x)(objectClass=*",
                "Zoë Straße",
                "山田 太郎",
                "עברית שלום",
                "two\nlines",
                "nul\u0000byte"
            })
    void m9_hostileNames_areNamesAndNothingElse(String name) {
        Account made = target.create(person("ada", name, "Ünlü"));
        assertThat(made.attributes().text("firstName")).contains(name);
        assertThat(parent("ada")).isEqualTo(DirectorySimulator.STAFF);
        assertThat(target.find(List.of(new AccountKey(Map.of("firstName", name, "lastName", "Ünlü")))))
                .extracting(Account::ref)
                .containsExactly(made.ref());
        target.update(made.ref(), set("cn", name + " II"));
        target.deactivate(made.ref());
        assertThat(parent("ada")).isEqualTo(DirectorySimulator.LEAVERS);
        target.reactivate(made.ref());
        GroupTarget groups = target.groups().orElseThrow();
        if (name.chars().noneMatch(Character::isISOControl)) {
            TargetGroup group = groups.create(name);
            groups.addMember(group.id(), made.ref());
            assertThat(groups.find(name)).contains(group);
            assertThat(groups.members(group.id())).containsExactly(made.ref());
        }
    }

    @Test
    void find_byAStar_findsNobody() {
        target.create(person("ada", "Ada", "Okoro"));
        assertThat(target.find(List.of(AccountKey.of("samAccountName", "*")))).isEmpty();
        assertThat(target.find(List.of(AccountKey.of("samAccountName", "a)(objectClass=*"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Oslo,OU=Leavers", "OU=Leavers,DC=corp,DC=example,DC=test", "CN=Users,DC=other", "", "a//b", "="
            })
    void g6_aPlaceThatIsNotBelowTheAccounts_isRefused(String place) {
        NewAccount account = new NewAccount(profile("ada", "Ada", "Okoro"), List.of(), Optional.of(place), false);
        assertThatThrownBy(() -> target.create(account)).isInstanceOf(InvalidValue.class);
        assertThat(target.find(List.of(AccountKey.of("samAccountName", "ada")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"twentyonecharacters12", "a/b", "a@b", "a=b", "a,b", "ends.", "a*b", "a|b"})
    void samAccountName_thatWindowsRefuses_isAnInvalidValue_beforeItIsSent(String sam) {
        assertThatThrownBy(() -> target.create(person(sam, "Ada", "Okoro")))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.attribute()).contains("samAccountName"))
                .hasMessageNotContaining(sam);
        assertThat(directory.writes()).isEmpty();
    }

    @Test
    void userPrincipalName_isChecked_andFollowsTheLogin() {
        try (ActiveDirectoryTarget strict =
                Domain.target(directory).upnSuffixes("corp.example.test").build()) {
            AccountRef ada = strict.create(person("ada", "Ada", "Okoro")).ref();
            for (String wrong : List.of("no-at-sign", "a@b@c", "a b@corp.example.test", "ada@elsewhere.test")) {
                assertThatThrownBy(() -> strict.update(ada, set("userPrincipalName", wrong)))
                        .isInstanceOfSatisfying(
                                InvalidValue.class,
                                refused -> assertThat(refused.attribute()).contains("userPrincipalName"));
            }
            strict.update(ada, set("samAccountName", "ada.okoro"));
            assertThat(directory.entry("ada.okoro").getAttributeValue("userPrincipalName"))
                    .isEqualTo("ada.okoro@corp.example.test");
        }
    }

    @Test
    void e10_aTakenUpn_isAConflictThatNamesIt() {
        target.create(person("ada", "Ada", "Okoro"));
        AccountRef lin = target.create(person("lin", "Lin", "Wei")).ref();
        assertThatThrownBy(() -> target.update(lin, set("userPrincipalName", "ADA@corp.example.test")))
                .isInstanceOfSatisfying(
                        Conflict.class, taken -> assertThat(taken.attribute()).contains("userPrincipalName"));
    }

    @Test
    void s3_aValueThatTheDirectoryRefuses_namesTheAttributeAndNotTheValue() {
        try (ActiveDirectoryTarget more =
                Domain.target(directory).attribute("extensionAttribute1").build()) {
            AccountRef ada = more.create(person("ada", "Ada", "Okoro")).ref();
            directory.failNext(
                    "modify",
                    ResultCode.CONSTRAINT_VIOLATION,
                    "00002082: AtrErr: DSID-03151F2C, problem 1005 (CONSTRAINT_ATT_TYPE), data 0, Att 90001"
                            + " (l):secret");
            assertThatThrownBy(() -> more.update(ada, set("extensionAttribute1", "whatever")))
                    .isInstanceOfSatisfying(InvalidValue.class, refused -> {
                        assertThat(refused.attribute()).contains("city");
                        assertThat(refused.getCause()).isNull();
                    })
                    .hasMessageContaining("00002082")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void e11_aManagerWhoIsNotThereYet_isLeftOutAndComesBackEmpty() {
        Attributes profile = profile("ada", "Ada", "Okoro").toBuilder()
                .put("managerUpn", "lin@corp.example.test")
                .build();
        Account ada = target.create(new NewAccount(profile, List.of()));
        assertThat(ada.attributes().get("managerUpn")).contains(AttributeValue.NULL);
        Account lin = target.create(person("lin", "Lin", "Wei"));
        Account linked = target.update(ada.ref(), set("managerUpn", "lin@corp.example.test"));
        assertThat(linked.attributes().text("managerUpn")).contains("lin@corp.example.test");
        assertThat(linked.attributes().text("manager")).contains(lin.ref().id());
        target.deactivate(lin.ref());
        assertThat(target.get(List.of(ada.ref())).get(0).attributes().text("manager"))
                .contains(lin.ref().id());
    }

    @Test
    void accountExpires_isTheEndOfTheLastDay() {
        AccountRef ada = target.create(person("ada", "Ada", "Okoro")).ref();
        Account ended = target.update(
                ada, new AttributeDelta(Map.of("accountExpires", AttributeValue.of(LocalDate.parse("2026-03-31")))));
        assertThat(directory.entry("ada").getAttributeValue("accountExpires")).isEqualTo("134194752000000000");
        assertThat(ended.attributes().get("accountExpires")).contains(AttributeValue.of(LocalDate.parse("2026-03-31")));
        target.update(ada, new AttributeDelta(Map.of("accountExpires", AttributeValue.NULL)));
        assertThat(directory.entry("ada").getAttributeValue("accountExpires")).isEqualTo("0");
    }

    @Test
    void groups_members_readsRangeAfterRange() {
        GroupTarget groups = target.groups().orElseThrow();
        TargetGroup group = groups.create("Everybody");
        List<AccountRef> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            AccountRef ref = target.create(person("p" + i, "P" + i, "Q")).ref();
            groups.addMember(group.id(), ref);
            made.add(ref);
        }
        directory.rangeSize(3);
        assertThat(groups.members(group.id())).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void accounts_afterABrokenConnection_readsThePageAgain() {
        for (int i = 0; i < 8; i++) {
            target.create(person("p" + i, "P" + i, "Q"));
        }
        List<AccountRef> seen = new ArrayList<>();
        try (AccountPages pages = target.accounts()) {
            pages.next().orElseThrow().forEach(account -> seen.add(account.ref()));
            directory.failNext("search", ResultCode.UNAVAILABLE, "00000000: busy");
            assertThatThrownBy(pages::next).isInstanceOf(RetryLater.class);
            for (Optional<List<Account>> page = pages.next(); page.isPresent(); page = pages.next()) {
                page.get().forEach(account -> seen.add(account.ref()));
            }
        }
        assertThat(seen).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void changedSince_listsWhatChanged_andEverythingAfterAnotherServerAnswers() {
        AccountRef ada = target.create(person("ada", "Ada", "Okoro")).ref();
        target.create(person("lin", "Lin", "Wei"));
        ChangedAccounts all = target.changedSince(Optional.empty());
        assertThat(all.complete()).isTrue();
        assertThat(read(all)).hasSize(2);
        assertThat(read(target.changedSince(Optional.of(all.next())))).isEmpty();
        target.update(ada, set("title", "Lead"));
        ChangedAccounts changed = target.changedSince(Optional.of(all.next()));
        assertThat(changed.complete()).isFalse();
        assertThat(read(changed)).containsExactly(ada);
        directory.identity("CN=NTDS Settings,CN=DC2");
        ChangedAccounts other = target.changedSince(Optional.of(changed.next()));
        assertThat(other.complete()).isTrue();
        assertThat(read(other)).hasSize(2);
    }

    @Test
    void delete_ofAnAccountWithEntriesBelowIt_isRefused() throws LDAPException {
        AccountRef ada = target.create(person("ada", "Ada", "Okoro")).ref();
        directory
                .server()
                .add(new Entry(
                        "CN=Device," + directory.entry("ada").getDN(),
                        new com.unboundid.ldap.sdk.Attribute("objectClass", "device")));
        assertThatThrownBy(() -> target.delete(ada))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("below it");
    }

    private List<AccountRef> read(ChangedAccounts changed) {
        List<AccountRef> read = new ArrayList<>();
        try (AccountPages pages = changed.pages()) {
            for (Optional<List<Account>> page = pages.next(); page.isPresent(); page = pages.next()) {
                page.get().forEach(account -> read.add(account.ref()));
            }
        }
        return read;
    }

    private AccountStatus status(String sam) {
        return target.find(List.of(AccountKey.of("samAccountName", sam))).get(0).status();
    }

    private String parent(String sam) {
        try {
            return String.valueOf(DN.getParent(directory.entry(sam).getDN()));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private String cn(String sam) {
        try {
            return new DN(directory.entry(sam).getDN()).getRDN().getAttributeValues()[0];
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AttributeDelta set(String name, String value) {
        return new AttributeDelta(Map.of(name, AttributeValue.of(value)));
    }

    private static NewAccount person(String sam, String first, String last) {
        return new NewAccount(profile(sam, first, last), List.of());
    }

    private static Attributes profile(String sam, String first, String last) {
        return Attributes.builder()
                .put("samAccountName", AttributeValue.of(sam))
                .put("firstName", AttributeValue.of(first))
                .put("lastName", AttributeValue.of(last))
                .build();
    }
}
