package dev.tenure.activedirectory;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the contract is given of a domain, whether in memory or real. */
abstract class DirectoryFixture implements IdentityTargetFixture {

    abstract ActiveDirectoryTarget real();

    @Override
    public IdentityTarget target() {
        return real();
    }

    @Override
    public Attributes person(int number) {
        return Attributes.builder()
                .put("samAccountName", AttributeValue.of("person" + number))
                .put("email", AttributeValue.of("person" + number + "@contract.test"))
                .put("firstName", AttributeValue.of("First" + number))
                .put("lastName", AttributeValue.of("Last" + number))
                .build();
    }

    @Override
    public String freeLogin() {
        return "renamed";
    }

    @Override
    public String attribute() {
        return "title";
    }

    @Override
    public AccountRef nobody() {
        return new AccountRef("ad", "00000000-0000-4000-8000-000000000000");
    }

    @Override
    public String noGroup() {
        return "00000000-0000-4000-8000-000000000001";
    }

    @Override
    public List<String> places() {
        return List.of("Sales", "OU=Oslo,OU=Sales");
    }

    @Override
    public String noPlace() {
        return "Nowhere";
    }

    @Override
    public String nameOf(String attribute, Account account) {
        return account.attributes().text("userPrincipalName").orElseThrow();
    }

    @Override
    public Optional<AttributeDelta> refused() {
        return Optional.of(new AttributeDelta(Map.of("employeeID", AttributeValue.of("12345678901234567"))));
    }

    @Override
    public Optional<AccountRef> stage(Attributes profile) {
        return Optional.of(real().create(new NewAccount(profile, List.of(), Optional.empty(), true))
                .ref());
    }
}
