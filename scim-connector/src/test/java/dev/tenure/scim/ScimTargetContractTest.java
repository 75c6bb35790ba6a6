package dev.tenure.scim;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetContract;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetFixture;
import dev.tenure.lifecycle.testkit.contract.Interruption;
import dev.tenure.simulators.scim.Fault;
import dev.tenure.simulators.scim.ScimQuirk;
import dev.tenure.simulators.scim.ScimSimulator;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;

/** What every target holds, against a service that keeps to the RFCs and against awkward ones. */
class ScimTargetContractTest {

    @Nested
    class ByTheRfcs extends IdentityTargetContract {
        @Override
        protected IdentityTargetFixture fixture() {
            return new Fixture(service(), UnaryOperator.identity());
        }
    }

    /** Differs where one of two real servers does. */
    @Nested
    class MindingCaseAndQuotes extends IdentityTargetContract {
        @Override
        protected IdentityTargetFixture fixture() {
            ScimSimulator.Builder service = service()
                    .quirk(ScimQuirk.USER_NAME_MINDS_CASE)
                    .quirk(ScimQuirk.QUOTED_FILTERS_BREAK)
                    .quirk(ScimQuirk.UNKNOWN_FILTERS_FIND_NOTHING)
                    .quirk(ScimQuirk.MULTI_VALUED_FILTERS_BREAK)
                    .quirk(ScimQuirk.NO_BODY_WHERE_NOTHING_CHANGED)
                    .quirk(ScimQuirk.REPLACE_DROPS_UNNAMED_PARTS)
                    .quirk(ScimQuirk.LAST_PAGE_AGAIN)
                    .quirk(ScimQuirk.GROUP_NAMES_REPEAT);
            return new Fixture(service, UnaryOperator.identity());
        }
    }

    /** Differs where the other one does. */
    @Nested
    class StrictAndVersioned extends IdentityTargetContract {
        @Override
        protected IdentityTargetFixture fixture() {
            ScimSimulator.Builder service = service()
                    .versions()
                    .bulk(10)
                    .quirk(ScimQuirk.REMOVING_NOTHING_IS_NO_TARGET)
                    .quirk(ScimQuirk.NO_RESOURCES_WHERE_NONE)
                    .quirk(ScimQuirk.CONFLICT_WITHOUT_TYPE)
                    .quirk(ScimQuirk.ERROR_STATUS_IS_A_NUMBER)
                    .quirk(ScimQuirk.SCIM_JSON_ALONE);
            return new Fixture(service, UnaryOperator.identity());
        }
    }

    /** No PATCH and no filter: everything is PUT, and everybody listed. */
    @Nested
    class PutAndListing extends IdentityTargetContract {
        @Override
        protected IdentityTargetFixture fixture() {
            ScimSimulator.Builder service =
                    service().versions().quirk(ScimQuirk.NO_PATCH).quirk(ScimQuirk.NO_FILTER);
            return new Fixture(service, UnaryOperator.identity());
        }
    }

    /** Cursors, patches without answers, bodies of plain JSON. */
    @Nested
    class ByCursor extends IdentityTargetContract {
        @Override
        protected IdentityTargetFixture fixture() {
            ScimSimulator.Builder service = service()
                    .cursors()
                    .quirk(ScimQuirk.PLAIN_JSON_ALONE)
                    .quirk(ScimQuirk.NO_BODY_AFTER_PATCH)
                    .quirk(ScimQuirk.NO_BODY_AFTER_CREATE)
                    .quirk(ScimQuirk.FILTERS_USER_NAME_ALONE);
            return new Fixture(
                    service,
                    target -> target.bodyType(BodyType.JSON).keys(java.util.List.of(ScimAttributes.USER_NAME)),
                    true);
        }
    }

    /** A service made after an old client of Entra. */
    @Nested
    class OldEntraForm extends IdentityTargetContract {
        @Override
        protected IdentityTargetFixture fixture() {
            ScimSimulator.Builder service = service()
                    .quirk(ScimQuirk.ACTIVE_IS_TEXT)
                    .quirk(ScimQuirk.NO_PATHS_IN_PATCH)
                    .quirk(ScimQuirk.MEMBERS_REMOVED_BY_VALUE);
            return new Fixture(
                    service,
                    target -> target.activeForm(ActiveForm.TEXT)
                            .patchForm(PatchForm.VALUES)
                            .memberRemoval(MemberRemoval.BY_REPLACEMENT)
                            .updates(Updates.PATCH));
        }
    }

    /** Nothing is announced, and PATCH turns out to be missing. */
    @Nested
    class WithoutDiscovery extends IdentityTargetContract {
        @Override
        protected IdentityTargetFixture fixture() {
            ScimSimulator.Builder service =
                    service().quirk(ScimQuirk.NO_DISCOVERY).quirk(ScimQuirk.NO_PATCH);
            return new Fixture(
                    service,
                    target -> target.updates(Updates.PUT)
                            .lookup(Lookup.FILTER)
                            .pages(Pages.INDEX)
                            .versions(Versions.IGNORED));
        }
    }

    private static ScimSimulator.Builder service() {
        return ScimSimulator.builder(new ManualTime()).largestPage(3);
    }

    private static final class Fixture implements IdentityTargetFixture {

        private final ManualTime time = new ManualTime();
        private final ScimSimulator service;
        private final UnaryOperator<ScimTargetBuilder> settings;
        private final boolean looksForWhatItMade;
        private final ScimTarget target;

        Fixture(ScimSimulator.Builder service, UnaryOperator<ScimTargetBuilder> settings) {
            this(service, settings, false);
        }

        Fixture(ScimSimulator.Builder service, UnaryOperator<ScimTargetBuilder> settings, boolean looksForWhatItMade) {
            this.service = service.start();
            this.settings = settings;
            this.looksForWhatItMade = looksForWhatItMade;
            this.target = target(this.service.url());
        }

        private ScimTarget target(String url) {
            ScimTargetBuilder builder =
                    ScimTarget.builder(url).token(service.token()).clock(time).waiter(time);
            return settings.apply(builder).build();
        }

        @Override
        public IdentityTarget target() {
            return target;
        }

        @Override
        public Attributes person(int number) {
            return IdentityTargetFixture.super.person(number).toBuilder()
                    .put(ScimAttributes.EXTERNAL_ID, "E-" + number)
                    .build();
        }

        @Override
        public String attribute() {
            return "title";
        }

        @Override
        public AccountRef nobody() {
            return new AccountRef("scim", "00000000-0000-4000-8000-00000000ffff");
        }

        @Override
        public String noGroup() {
            return "00000000-0000-4000-8000-00000000fffe";
        }

        @Override
        public Optional<AttributeDelta> refused() {
            return Optional.of(new AttributeDelta(Map.of("title", AttributeValue.of(4711_4711))));
        }

        @Override
        public boolean interruptListing(Interruption how) {
            switch (how) {
                case BUSY -> service.failNext("GET /Users", 1, Fault.unavailable(Duration.ofSeconds(1)));
                case BROKEN -> service.failNext("GET /Users", 1_000, Fault.cutWithinAnswer());
            }
            return true;
        }

        /** Where nothing comes back of a user that was made, it is looked for. */
        @Override
        public boolean turnAwayCreate(boolean isFirst) {
            service.failNext(isFirst ? "POST /Users" : "GET /Users", 1, Fault.tooManyRequests(Duration.ofSeconds(1)));
            return isFirst || looksForWhatItMade;
        }

        /** A search that is forbidden becomes a listing, but nothing takes the place of a token. */
        @Override
        public boolean refuseOnceMade() {
            service.failNext("GET /Users", 1, Fault.error(401, "", "no"));
            return looksForWhatItMade;
        }

        @Override
        public Optional<IdentityTarget> unreachable() {
            ScimSimulator gone = ScimSimulator.builder(time).start();
            gone.close();
            return Optional.of(target(gone.url()));
        }

        @Override
        public void close() {
            service.close();
        }
    }
}
