package dev.tenure.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.simulators.scim.ScimQuirk;
import dev.tenure.simulators.scim.ScimSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How users are found and listed, whatever a service makes of filters and pages. */
class ScimFindTest {

    private final Services services = new Services();

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void e7_aLoginInAnotherCase_isFound_alsoWhereFiltersMindCase() {
        ScimSimulator service = services.start(with -> with.quirk(ScimQuirk.USER_NAME_MINDS_CASE));
        ScimTarget target = services.target(service);
        AccountRef ann = services.ann(target, service);
        assertThat(find(target, "userName", "Ann@Example.com")).containsExactly(ann);
    }

    @Test
    void nobodyFound_isNoProof_whereTheFilterDoesNotWork() {
        ScimSimulator service = services.start(
                with -> with.quirk(ScimQuirk.FILTERS_USER_NAME_ALONE).quirk(ScimQuirk.UNKNOWN_FILTERS_FIND_NOTHING));
        ScimTarget target = services.target(service);
        AccountRef ann = services.ann(target, service);
        assertThat(find(target, "externalId", "E-ann@example.com"))
                .as("the filter finds nothing, but the listing does")
                .containsExactly(ann);
        assertThat(find(target, "externalId", "E-nobody")).isEmpty();
    }

    @Test
    void aFilterThatWorks_isProvenOnce() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        ScimTarget target = services.target(service);
        services.ann(target, service);
        find(target, "externalId", "E-nobody");
        service.forgetCalls();
        find(target, "externalId", "E-somebody-else");
        assertThat(service.calls()).isEqualTo(Map.of("GET /Users", 1));
    }

    @Test
    void hostileValues_stayValues() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        ScimTarget target = services.target(service);
        services.ann(target, service);
        for (String value : List.of(
                "\" or userName pr or userName eq \"",
                "\\\" or userName pr or userName eq \\\"",
                "x\" or \"1\" eq \"1",
                "a&filter=userName pr",
                "*",
                "a\u0000\n\tb",
                "\uD83D\uDE00\" )")) {
            assertThat(find(target, "userName", value)).as(value).isEmpty();
            AccountRef made = target.create(People.account(value)).ref();
            assertThat(find(target, "userName", value)).as(value).containsExactly(made);
        }
    }

    @Test
    void aValueThatIsEscaped_isLookedForInTheListing_ifTheFilterFindsNobody() {
        ScimSimulator service = services.start(with -> with.quirk(ScimQuirk.BACKSLASHES_ARE_NOT_READ));
        ScimTarget target = services.target(service);
        services.ann(target, service);
        AccountRef made = target.create(People.account("acme\\ann")).ref();
        assertThat(find(target, "userName", "acme\\ann")).containsExactly(made);
        assertThat(find(target, "userName", "acme\\bob")).isEmpty();
    }

    @Test
    void paging_seesEverybody_thoughSomebodyIsDeletedInBetween() {
        ScimSimulator service = services.start(with -> with.largestPage(2));
        ScimTarget target = services.target(service);
        List<AccountRef> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(target.create(People.account("user" + i + "@example.com")).ref());
        }
        List<AccountRef> seen = new ArrayList<>();
        try (AccountPages pages = target.accounts()) {
            pages.next().orElseThrow().forEach(account -> seen.add(account.ref()));
            pages.next().orElseThrow().forEach(account -> seen.add(account.ref()));
            target.delete(all.get(0));
            for (Optional<List<Account>> page = pages.next(); page.isPresent(); page = pages.next()) {
                page.get().forEach(account -> seen.add(account.ref()));
            }
        }
        assertThat(seen).containsAll(all);
    }

    @Test
    void aCursorThatExpired_beginsAgain() {
        ScimSimulator service = services.start(with -> with.largestPage(2).cursors());
        ScimTarget target = services.target(service);
        for (int i = 0; i < 3; i++) {
            target.create(People.account("user" + i + "@example.com"));
        }
        try (AccountPages pages = target.accounts()) {
            List<Account> first = pages.next().orElseThrow();
            service.expireCursors();
            assertThatThrownBy(pages::next).isInstanceOf(RetryLater.class);
            assertThat(pages.next()).contains(first);
            assertThat(pages.next().orElseThrow()).hasSize(1);
            assertThat(pages.next()).isEmpty();
        }
    }

    private static List<AccountRef> find(ScimTarget target, String attribute, String value) {
        return target.find(List.of(AccountKey.of(attribute, value))).stream()
                .map(Account::ref)
                .toList();
    }
}
