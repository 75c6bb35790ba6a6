package com.example.directory;

import dev.tenure.http.HttpChannel;
import dev.tenure.http.ServiceUrl;
import dev.tenure.http.Urgency;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.TargetDescription;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes accounts to a directory of people over its REST API. */
// sample target
public final class DirectoryTarget implements IdentityTarget {

    private final String name;
    private final DirectoryCalls calls;
    private final People people;

    public DirectoryTarget(String name, String url, String token, InstantSource clock) {
        this.name = name;
        HttpChannel channel =
                HttpChannel.builder(name, clock).product("The directory").build();
        this.calls = new DirectoryCalls(name, channel, ServiceUrl.parse("url", url), token);
        this.people = new People(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TargetDescription describe() {
        return new TargetDescription(
                Optional.of(People.SCHEMA),
                "login",
                Optional.of("email"),
                Optional.of("givenName"),
                Optional.of("familyName"),
                List.of("login", "email"),
                Set.of("email"));
    }

    @Override
    public ConnectionReport test() {
        return new ConnectionReport(List.of(
                check("read people", () -> calls.get("read people", "people", Map.of("limit", "1"))),
                check("read groups", () -> calls.get("read groups", "groups", Map.of("name", "-")))));
    }

    private static ConnectionReport.Check check(String feature, Runnable call) {
        try {
            call.run();
            return new ConnectionReport.Check(feature, Optional.empty());
        } catch (ConnectorException problem) {
            return ConnectionReport.Check.failed(feature, problem);
        }
    }

    @Override
    public List<Account> get(Collection<AccountRef> accounts) {
        List<Account> found = new ArrayList<>();
        for (AccountRef account : accounts) {
            try {
                found.add(people.account(calls.get("read a person", "people/" + account.id(), Map.of())));
            } catch (NotFound gone) {
                // Those that exist were asked for.
            }
        }
        return found;
    }

    @Override
    public List<Account> find(Collection<AccountKey> keys) {
        // Who fits two keys comes once.
        Map<AccountRef, Account> found = new LinkedHashMap<>();
        for (AccountKey key : keys) {
            Map<String, Object> page = calls.get("find people", "people", key.values());
            people.accounts(page).forEach(account -> found.put(account.ref(), account));
        }
        return List.copyOf(found.values());
    }

    @Override
    public AccountPages accounts() {
        return new DirectoryPages(calls, people);
    }

    @Override
    public Account create(NewAccount account) {
        return people.account(calls.send(
                "POST",
                "create a person",
                "people",
                people.json(account.profile().asMap())));
    }

    /** A null in JSON clears: the directory takes merge patches. */
    @Override
    public Account update(AccountRef account, AttributeDelta delta) {
        return people.account(
                calls.send("PATCH", "update a person", "people/" + account.id(), people.json(delta.values())));
    }

    /** Goes ahead of bulk work that waits for the same limit. */
    @Override
    public void deactivate(AccountRef account) {
        state(account, "closed", Urgency.URGENT);
    }

    @Override
    public void reactivate(AccountRef account) {
        state(account, "open", Urgency.BULK);
    }

    /** A block on a closed account would open a door when it ends, so the directory ignores it. */
    @Override
    public void suspend(AccountRef account) {
        state(account, "blocked", Urgency.BULK);
    }

    @Override
    public void unsuspend(AccountRef account) {
        state(account, "unblocked", Urgency.BULK);
    }

    private void state(AccountRef account, String state, Urgency urgency) {
        calls.send(
                "PUT", "make a person " + state, "people/" + account.id() + "/state", Map.of("state", state), urgency);
    }

    @Override
    public void delete(AccountRef account) {
        calls.delete("delete a person", "people/" + account.id());
    }

    @Override
    public Optional<GroupTarget> groups() {
        return Optional.of(new DirectoryGroups(name, calls));
    }
}
// end
