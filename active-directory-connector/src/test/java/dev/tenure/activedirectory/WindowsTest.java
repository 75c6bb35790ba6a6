package dev.tenure.activedirectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.simulators.directory.DirectorySimulator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a domain controller of Windows enforces or answers, and Samba does not, so that no run against Samba shows it. */
class WindowsTest {

    private static final String LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff";

    private final DirectorySimulator directory = DirectorySimulator.start();
    private final ActiveDirectoryTarget target = Domain.target(directory).build();

    @AfterEach
    void close() {
        target.close();
        directory.close();
    }

    @Test
    void logonName_ofTwentyCharacters_fits_andNotOneMore() {
        String twenty = "a".repeat(20);
        assertThat(target.create(person(twenty, "Ada", "Okoro")).login()).isEqualTo(twenty);
        directory.writes().clear();
        assertThatThrownBy(() -> target.create(person("b".repeat(21), "Lin", "Wei")))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("'samAccountName' has 21 characters, and the directory takes 20");
        assertThat(directory.writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@", "@corp.example.test", "ada okoro@corp.example.test", "a@b@c"})
    void principalName_thatIsNone_isRefusedBeforeItIsSent(String upn) {
        assertThatThrownBy(() -> target.create(with("userPrincipalName", upn)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("userPrincipalName");
        assertThat(directory.writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEU", "D", "1A", "Deutschland"})
    void countryCode_thatIsNotOfTwoLetters_isRefusedBeforeItIsSent(String code) {
        assertThatThrownBy(() -> target.create(with("countryCode", code)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("countryCode")
                .hasMessageNotContaining("'" + code + "'");
        assertThat(directory.writes()).isEmpty();
    }

    @Test
    void commonName_isCutToSixtyFourCharacters_alsoWithTheLoginBehindIt() throws LDAPException {
        NewAccount one = new NewAccount(profile("one", LONG_NAME, LONG_NAME), List.of());
        target.create(one);
        target.create(new NewAccount(profile("two", LONG_NAME, LONG_NAME), List.of()));
        assertThat(commonName("one")).hasSizeLessThanOrEqualTo(64);
        assertThat(commonName("two")).hasSizeLessThanOrEqualTo(64).endsWith(" (two)");
        AccountRef ref = target.create(person("ada", "Ada", "Okoro")).ref();
        target.update(ref, new AttributeDelta(Map.of("cn", AttributeValue.of("x".repeat(60)))));
        assertThat(commonName("ada")).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource({"19, CONSTRAINT_VIOLATION", "21, INVALID_ATTRIBUTE_SYNTAX"})
    void aValueThatIsTooLong_isRefusedAlike_whicheverOfTheTwoCodesComes(int code, String name) {
        AccountRef ada = target.create(person("ada", "Ada", "Okoro")).ref();
        directory.failNext("modify", ResultCode.valueOf(code), "00002082: AtrErr: problem 1005, Att 9086b (title)");
        assertThatThrownBy(() -> target.update(ada, new AttributeDelta(Map.of("title", AttributeValue.of("Lead")))))
                .as(name)
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("title");
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 53, 80})
    void aUnitThatIsMissing_isSaidToBe_whicheverOfTheCodesComes(int code) {
        AccountRef ada = target.create(person("ada", "Ada", "Okoro")).ref();
        directory.failNext("move", ResultCode.valueOf(code), "0000208D: NameErr: DSID-03100213");
        assertThatThrownBy(() -> target.places().orElseThrow().move(ada, "Nowhere"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("organizational");
        directory.failNext("add", ResultCode.valueOf(code), "0000208D: NameErr: DSID-03100213");
        NewAccount lin = new NewAccount(profile("lin", "Lin", "Wei"), List.of(), Optional.of("Nowhere"), false);
        assertThatThrownBy(() -> target.create(lin))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("organizational");
    }

    @Test
    void password_isSetAfterTheAccountIsMadeAndBeforeItIsOpened() {
        target.create(person("ada", "Ada", "Okoro"));
        assertThat(directory.writes()).startsWith("add", "modify unicodePwd").endsWith("modify userAccountControl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xy9-ada.k-Xy9", "Xy9-OKORO-Xy9", "Xy9-Adaeze-Xy9"})
    void password_withTheLogonNameOrAPartOfTheDisplayName_isReplacedByAnother_beforeItIsSent(String bad) {
        Deque<String> made = new ArrayDeque<>(List.of(bad, "Zq7-unlike.anybody"));
        try (ActiveDirectoryTarget picky = Domain.target(directory)
                .initialPassword(profile -> made.removeFirst().toCharArray())
                .build()) {
            picky.create(person("ada.k", "Adaeze", "Okoro-Li"));
            assertThat(directory.passwords()).containsEntry("ada.k", "Zq7-unlike.anybody");
        }
    }

    @Test
    void password_thatIsAlwaysLikeTheName_isRefused_andLeavesNoAccountBehind() {
        try (ActiveDirectoryTarget stubborn = Domain.target(directory)
                .initialPassword(profile -> "Xy9-Okoro-Xy9".toCharArray())
                .build()) {
            assertThatThrownBy(() -> stubborn.create(person("ada", "Ada", "Okoro")))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("display name")
                    .hasMessageNotContaining("Xy9");
            assertThat(directory.passwords()).isEmpty();
            assertThat(stubborn.find(List.of(AccountKey.of("samAccountName", "ada"))))
                    .isEmpty();
        }
    }

    @Test
    void flags_thatAnotherHandChangedInBetween_areReadAgain() {
        AccountRef ada = target.create(person("ada", "Ada", "Okoro")).ref();
        directory.failNext("modify", ResultCode.NO_SUCH_ATTRIBUTE, "00000057: LdapErr");
        target.deactivate(ada);
        assertThat(target.get(List.of(ada)))
                .singleElement()
                .satisfies(account -> assertThat(account.status()).isEqualTo(AccountStatus.DEACTIVATED));
    }

    @Test
    void manyReferences_areAskedForInParts_thatNoLimitOfAnAnswerCuts() {
        List<AccountRef> made = IntStream.range(0, 130)
                .mapToObj(i -> target.create(new NewAccount(
                                profile("p" + i, "First" + i, "Last" + i), List.of(), Optional.empty(), true))
                        .ref())
                .toList();
        assertThat(target.get(made)).extracting(Account::ref).containsExactlyInAnyOrderElementsOf(made);
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 52, 80})
    void whatPasses_isTriedLater_andNothingElseIs(int code) {
        AccountRef ada = target.create(person("ada", "Ada", "Okoro")).ref();
        directory.failNext("modify", ResultCode.valueOf(code), "");
        assertThatThrownBy(() -> target.update(ada, new AttributeDelta(Map.of("title", AttributeValue.of("Lead")))))
                .isInstanceOf(RetryLater.class);
    }

    private String commonName(String sam) throws LDAPException {
        return new DN(directory.entry(sam).getDN()).getRDN().getAttributeValues()[0];
    }

    private static NewAccount with(String attribute, String value) {
        return new NewAccount(
                profile("ada", "Ada", "Okoro").toBuilder()
                        .put(attribute, AttributeValue.of(value))
                        .build(),
                List.of());
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
