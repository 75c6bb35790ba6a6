package dev.tenure.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetContract;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The same contract against two servers that others wrote, and that disagree where real applications do. Skipped, with the
 * reason printed, where they cannot be installed.
 */
class RealServersContractTest {

    /** SCIMMY, by npm: minds case, finds nothing by filters that it does not know, keeps no versions. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Scimmy extends OnServer {
        Scimmy() {
            super("scimmy");
        }
    }

    /** SCIM-SDK, by Maven: strict, with versions and bulk. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ScimSdk extends OnServer {
        ScimSdk() {
            super("scimsdk");
        }
    }

    abstract static class OnServer extends IdentityTargetContract {

        private final String kind;
        private Optional<RealServer> server = Optional.empty();

        OnServer(String kind) {
            this.kind = kind;
        }

        @BeforeAll
        void start() {
            server = RealServer.start(kind);
        }

        @AfterAll
        void stop() {
            server.ifPresent(RealServer::close);
        }

        @Test
        void delete_leavesNoMembershipBehind() {
            try (IdentityTargetFixture there = fixture()) {
                IdentityTarget target = there.target();
                GroupTarget groups = target.groups().orElseThrow();
                AccountRef ann = target.create(new NewAccount(there.person(1), List.of()))
                        .ref();
                List<String> ids = new ArrayList<>();
                for (String name : List.of("Engineering", "Sales")) {
                    ids.add(groups.create(name).id());
                }
                ids.forEach(id -> groups.addMember(id, ann));
                target.delete(ann);
                ids.forEach(id -> assertThat(groups.members(id)).isEmpty());
                assertThat(target.get(List.of(ann))).isEmpty();
            }
        }

        @Test
        void anElementThatIsNotThere_isAdded_andClearedAgain() {
            try (IdentityTargetFixture there = fixture()) {
                IdentityTarget target = there.target();
                AccountRef ann = target.create(new NewAccount(there.person(1), List.of()))
                        .ref();
                target.update(ann, People.set(ScimAttributes.MOBILE_PHONE, "+47 555 01"));
                target.update(ann, People.set(ScimAttributes.DEPARTMENT, "R&D"));
                target.update(ann, People.set(ScimAttributes.MANAGER, ann.id()));
                Account read = target.get(List.of(ann)).get(0);
                assertThat(read.attributes().text(ScimAttributes.MOBILE_PHONE)).contains("+47 555 01");
                assertThat(read.attributes().text(ScimAttributes.DEPARTMENT)).contains("R&D");
                assertThat(read.attributes().text(ScimAttributes.MANAGER)).contains(ann.id());
                for (int twice = 0; twice < 2; twice++) {
                    target.update(ann, People.clear(ScimAttributes.MOBILE_PHONE));
                    target.update(ann, People.clear(ScimAttributes.DEPARTMENT));
                    target.update(ann, People.clear(ScimAttributes.MANAGER));
                }
                Account cleared = target.get(List.of(ann)).get(0);
                assertThat(cleared.attributes().text(ScimAttributes.MOBILE_PHONE))
                        .isEmpty();
                assertThat(cleared.attributes().text(ScimAttributes.DEPARTMENT)).isEmpty();
                assertThat(cleared.attributes().text(ScimAttributes.MANAGER)).isEmpty();
            }
        }

        @Test
        void hostileLogins_areFoundAndFindNobodyElse() {
            try (IdentityTargetFixture there = fixture()) {
                IdentityTarget target = there.target();
                target.create(new NewAccount(there.person(1), List.of()));
                for (String login : List.of("\" or userName pr or userName eq \"", "a\\b", "o'brien \"x\"")) {
                    AccountKey key = AccountKey.of(ScimAttributes.USER_NAME, login);
                    assertThat(target.find(List.of(key))).as(login).isEmpty();
                    AccountRef made = target.create(People.account(login)).ref();
                    assertThat(target.find(List.of(key)))
                            .as(login)
                            .extracting(Account::ref)
                            .containsExactly(made);
                }
            }
        }

        @Test
        void theDefaultMapping_fitsTheServersSchemas() {
            try (IdentityTargetFixture there = fixture()) {
                AttributeSchema schema = there.target().describe().schema().orElseThrow();
                assertThat(ScimMappings.hrToScim().rows())
                        .allSatisfy(row -> assertThat(schema.names()).contains(row.attribute()));
            }
        }

        @Override
        protected IdentityTargetFixture fixture() {
            assumeTrue(server.isPresent(), "the server " + kind + " could not be started");
            return new Fixture(server.orElseThrow());
        }
    }

    private static final class Fixture implements IdentityTargetFixture {

        private final ScimTarget target;

        Fixture(RealServer server) {
            this.target = ScimTarget.builder(server.url())
                    .token(server.token())
                    .pageSize(3)
                    .build();
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
            return Optional.of(new AttributeDelta(Map.of("shoeSize", AttributeValue.of("forty-two"))));
        }

        @Override
        public Optional<IdentityTarget> unreachable() {
            return Optional.of(ScimTarget.builder("http://127.0.0.1:9/scim/v2")
                    .token("none")
                    .build());
        }

        /** Leaves the server as it was: each test has made groups and accounts of its own. */
        @Override
        public void close() {
            GroupTarget groups = target.groups().orElseThrow();
            for (String name : new String[] {"Engineering", "Eng", "Sales", "Other"}) {
                groups.find(name).ifPresent(group -> groups.delete(group.id()));
            }
            ScimTarget alone = target;
            try (var pages = alone.accounts()) {
                List<AccountRef> all = new ArrayList<>();
                for (var page = pages.next(); page.isPresent(); page = pages.next()) {
                    page.get().forEach(account -> all.add(account.ref()));
                }
                all.forEach(target::delete);
            }
        }
    }
}
