package dev.tenure.okta;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetContract;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetFixture;
import dev.tenure.lifecycle.testkit.contract.Interruption;
import dev.tenure.simulators.okta.Fault;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.OktaSimulatorBuilder;
import dev.tenure.simulators.okta.UserStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** What every target holds, against an organisation at its simplest and at its most trying. */
class OktaTargetContractTest {

    @Nested
    class WithoutDelays extends IdentityTargetContract {
        @Override
        protected IdentityTargetFixture fixture() {
            ManualTime time = new ManualTime();
            return new Fixture(time, OktaSimulator.builder(time).passwordOptional());
        }
    }

    /** Nobody has a password yet, so that nobody can be suspended; the search lags, and changes of status take time. */
    @Nested
    class WithDelays extends IdentityTargetContract {
        @Override
        protected IdentityTargetFixture fixture() {
            ManualTime time = new ManualTime();
            return new Fixture(
                    time,
                    OktaSimulator.builder(time)
                            .searchLag(Duration.ofSeconds(20))
                            .transitionDelay(Duration.ofMillis(400)));
        }
    }

    /** Accounts are made by two calls: one makes them, another opens them. */
    @Nested
    class WithoutMail extends IdentityTargetContract {
        @Override
        protected IdentityTargetFixture fixture() {
            ManualTime time = new ManualTime();
            return new Fixture(time, OktaSimulator.builder(time).passwordOptional(), ActivationMail.NEVER);
        }
    }

    private static final class Fixture implements IdentityTargetFixture {

        private final ManualTime time;
        private final OktaSimulator okta;
        private final ActivationMail mail;
        private final OktaTarget target;

        Fixture(ManualTime time, OktaSimulatorBuilder settings) {
            this(time, settings, ActivationMail.FOR_NEW_ACCOUNTS);
        }

        Fixture(ManualTime time, OktaSimulatorBuilder settings, ActivationMail mail) {
            this.time = time;
            this.okta = settings.start();
            this.mail = mail;
            this.target = target(okta.url());
        }

        private OktaTarget target(String url) {
            return OktaTarget.builder(url)
                    .token(okta.token())
                    .clock(time)
                    .waiter(time)
                    .pageSize(3)
                    .activationMail(mail)
                    .build();
        }

        @Override
        public IdentityTarget target() {
            time.advance(Duration.ofMillis(500));
            return target;
        }

        @Override
        public String attribute() {
            return "title";
        }

        @Override
        public AccountRef nobody() {
            return new AccountRef("okta", "00unobody00000000000");
        }

        @Override
        public String noGroup() {
            return "00gnothing0000000000";
        }

        @Override
        public Optional<AttributeDelta> refused() {
            return Optional.of(
                    new AttributeDelta(Map.of("countryCode", AttributeValue.of("a country with a long name"))));
        }

        @Override
        public Optional<AccountRef> stage(Attributes profile) {
            Map<String, Object> values = new LinkedHashMap<>();
            profile.asMap().forEach((name, value) -> values.put(name, value.asText()));
            return Optional.of(new AccountRef(
                    "okta", okta.addUser(values, UserStatus.STAGED).id()));
        }

        @Override
        public boolean interruptListing(Interruption how) {
            switch (how) {
                case BUSY -> okta.failNext("GET /users", 1, Fault.unavailable(Duration.ofSeconds(1)));
                case BROKEN -> okta.failNext("GET /users", 1_000, Fault.cutWithinAnswer());
            }
            return true;
        }

        @Override
        public boolean turnAwayCreate(boolean isFirst) {
            String call = isFirst ? "POST /users" : "POST /users/{id}/lifecycle/activate";
            okta.failNext(call, 1, Fault.quotaUsedUp());
            return isFirst || mail == ActivationMail.NEVER;
        }

        @Override
        public boolean refuseOnceMade() {
            okta.failNext("POST /users/{id}/lifecycle/activate", 1, Fault.error(403, "E0000006"));
            return mail == ActivationMail.NEVER;
        }

        @Override
        public Optional<IdentityTarget> unreachable() {
            OktaSimulator gone = OktaSimulator.builder(time).start();
            gone.close();
            return Optional.of(target(gone.url()));
        }

        @Override
        public void close() {
            okta.close();
        }
    }
}
