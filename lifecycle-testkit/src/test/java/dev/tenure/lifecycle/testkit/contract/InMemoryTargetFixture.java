package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The in-memory target as the contract sees it, with something wrong in front of it if a test wants that. */
final class InMemoryTargetFixture implements IdentityTargetFixture {

    private final InMemoryTarget real;
    private final IdentityTarget target;
    private final IdentityTarget unreachable;

    InMemoryTargetFixture(UnaryOperator<IdentityTarget> mutation) {
        this(mutation, same -> same);
    }

    InMemoryTargetFixture(UnaryOperator<IdentityTarget> mutation, UnaryOperator<InMemoryTarget.Builder> settings) {
        real = settings.apply(InMemoryTarget.builder("target")
                        .pageSize(3)
                        .places("staff", "sales")
                        .reference("managerLogin", "login"))
                .build();
        target = mutation.apply(real);
        InMemoryTarget dead = InMemoryTarget.named("target");
        dead.setReachable(false);
        unreachable = mutation.apply(dead);
    }

    @Override
    public IdentityTarget target() {
        return target;
    }

    @Override
    public String attribute() {
        return "title";
    }

    @Override
    public AccountRef nobody() {
        return new AccountRef("target", "account-0");
    }

    @Override
    public String noGroup() {
        return "group-0";
    }

    @Override
    public List<String> places() {
        return List.of("staff", "sales");
    }

    @Override
    public String noPlace() {
        return "nowhere";
    }

    @Override
    public Optional<String> placeOf(AccountRef account) {
        return real.get(List.of(account)).stream().findFirst().flatMap(there -> real.place(there.login()));
    }

    @Override
    public String nameOf(String attribute, Account account) {
        return account.login();
    }

    @Override
    public Optional<AttributeDelta> refused() {
        return Optional.of(new AttributeDelta(Map.of("login", AttributeValue.of(" "))));
    }

    @Override
    public Optional<AccountRef> stage(Attributes profile) {
        return Optional.of(real.addAccount(profile.text("login").orElseThrow(), AccountStatus.STAGED, profile));
    }

    @Override
    public boolean interruptListing(Interruption how) {
        switch (how) {
            case BUSY -> real.failAtPage(2, 1, () -> new RetryLater("target", null, "target is busy; try again later"));
            case BROKEN ->
                real.failAtPage(
                        2, Fault.ALWAYS, () -> new ProtocolViolation("target", "target sent half a page; report it"));
        }
        return true;
    }

    /** One call makes an account here: what is turned away after it stands for any call that follows. */
    @Override
    public boolean turnAwayCreate(boolean isFirst) {
        Fault first = Fault.of(ChangeKind.CREATE, Fault.Effect.TURNED_AWAY);
        Fault later = Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE).afterTheAct();
        real.inject((isFirst ? first : later).times(1));
        return true;
    }

    @Override
    public boolean refuseOnceMade() {
        return turnAwayCreate(false);
    }

    @Override
    public Optional<IdentityTarget> unreachable() {
        return Optional.of(unreachable);
    }
}
