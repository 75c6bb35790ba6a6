package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.LoginGenerator;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.target.IdentityTarget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How often a target is listed for creates of which nobody can say what came of them (rules S3, S4). */
class LostCreateListingTest {

    private static final LifecyclePolicy POLICY = LifecyclePolicy.recommended();

    private final Kills kills = new Kills();
    private final Company company = kills.company();
    private final AtomicInteger listings = new AtomicInteger();

    @Test
    void s4_theKeysStillTheSame_costNoListing_andOthersOneForAll() {
        LifecycleEngine engine = company.builder(POLICY).target(counted()).build();
        kills.adaAtTheCreate(engine);
        company.hr.put(Company.employee("1", "Ada").with("city", "Oslo"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("UPDATE ada@acme.test");
        assertThat(listings).hasValue(0);

        for (String id : List.of("2", "3", "4")) {
            company.hr.put(Company.employee(id, "Old" + id));
            kills.atTheCreate(engine);
        }
        List.of("2", "3", "4").forEach(id -> company.hr.put(Company.employee(id, "New" + id)));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(listings).hasValue(1);
        assertThat(kills.logins())
                .containsExactlyInAnyOrder("ada@acme.test", "new2@acme.test", "new3@acme.test", "new4@acme.test");
    }

    @Test
    void s3_whereNobodyCanTell_theTargetIsListedLessAndLessOften() {
        LifecycleEngine engine = company.builder(POLICY).target(counted()).build();
        kills.adaBeforeTheCreate(engine);
        kills.addStranger();
        listsLessAndLess(engine);

        engine.confirm(List.of(Company.ref("1")));
        assertThat(kills.logins()).containsExactlyInAnyOrder("stranger@acme.test", "adele@acme.test");
    }

    @Test
    void s3_whereTheListingFails_itIsTriedLessAndLessOften() {
        LifecycleEngine engine = company.builder(POLICY)
                .target(kills.onListing(() -> {
                    listings.incrementAndGet();
                    throw Kills.mayNotList();
                }))
                .build();
        kills.adaAtTheCreate(engine);
        listsLessAndLess(engine);
    }

    private void listsLessAndLess(LifecycleEngine engine) {
        company.hr.put(Company.employee("1", "Adele"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(listings).hasValue(1);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(listings).as("a first failure is tried again at once").hasValue(2);

        String message = engine.failures().get(0).failure().message();
        engine.run(ImportKind.INCREMENTAL);
        company.hr.put(Company.employee("1", "Adele").with("city", "Oslo"));
        engine.run(ImportKind.INCREMENTAL);
        engine.realTime(List.of(Company.ref("1")));
        assertThat(listings).as("it waits, whoever names the worker").hasValue(2);
        assertThat(company.calls()).isEmpty();
        assertThat(kills.account().intent()).isPresent();
        assertThat(engine.failures()).singleElement().satisfies(item -> {
            assertThat(item.failure().message()).isEqualTo(message).contains("link()");
            assertThat(item.failure().attempts()).isEqualTo(2);
        });

        engine.retry(List.of(Company.ref("1")));
        assertThat(listings).as("a person need not wait").hasValue(3);
        company.clock.advance(Duration.ofHours(1));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(listings).hasValue(4);
    }

    @Test
    void e10_aGeneratedLogin_isSearchedFor_asLongAsHrChangesNothing() {
        LifecycleEngine engine = company.builder(POLICY)
                .target(counted(), TargetUse.identityProfile().withLogins(LoginGenerator.numbered(9)))
                .build();
        company.hr.put(Company.employee("2", "Ada"));
        engine.run(ImportKind.INCREMENTAL);
        company.hr.put(Company.employee("1", "Ada").with("email", "other@acme.test"));
        kills.beforeTheCreate(engine);
        kills.atTheCreate(engine);

        engine.run(ImportKind.INCREMENTAL);
        assertThat(listings).hasValue(0);
        assertThat(kills.logins()).containsExactlyInAnyOrder("ada@acme.test", "ada2@acme.test");
        assertThat(kills.account().link()).isPresent();
        assertThat(kills.account().intent()).isEmpty();
    }

    private IdentityTarget counted() {
        return kills.onListing(() -> {
            listings.incrementAndGet();
        });
    }
}
