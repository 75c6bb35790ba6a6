package com.example.directory;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetFixture;
import dev.tenure.lifecycle.testkit.contract.Interruption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

final class DirectoryFixture implements IdentityTargetFixture {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final DirectoryServer server = new DirectoryServer();
    private final IdentityTarget target = new DirectoryTarget("directory", server.url(), DirectoryServer.TOKEN, clock);

    /** Time goes on between two calls, past what the directory asks to wait. */
    @Override
    public IdentityTarget target() {
        clock.advance(Duration.ofSeconds(10));
        return target;
    }

    @Override
    public String attribute() {
        return "title";
    }

    @Override
    public AccountRef nobody() {
        return new AccountRef("directory", "p1");
    }

    @Override
    public String noGroup() {
        return "g0";
    }

    @Override
    public Optional<AttributeDelta> refused() {
        return Optional.of(new AttributeDelta(Map.of("title", AttributeValue.of("x".repeat(101)))));
    }

    @Override
    public boolean interruptListing(Interruption how) {
        switch (how) {
            case BUSY -> server.failListings(1, 503);
            case BROKEN -> server.failListings(Integer.MAX_VALUE, 500);
        }
        return true;
    }

    /** One call makes a person, so that there is no later one. */
    @Override
    public boolean turnAwayCreate(boolean isFirst) {
        if (isFirst) {
            server.turnAwayNextPerson();
        }
        return isFirst;
    }

    @Override
    public Optional<IdentityTarget> unreachable() {
        return Optional.of(new DirectoryTarget("directory", "http://127.0.0.1:1/api", "any", clock));
    }

    @Override
    public void close() {
        server.close();
    }
}
