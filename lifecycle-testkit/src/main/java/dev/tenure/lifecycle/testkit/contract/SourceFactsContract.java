package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a worker, its groups and its text are read as. */
abstract class SourceFactsContract extends SourceQueryContract {

    @Test
    void worker_hasTheFactsThatHrHas() {
        try (HrSourceFixture hr = fixture()) {
            LocalDate hired = today(hr).minusYears(1);
            LocalDate last = today(hr).plusDays(20);
            hr.put(sample(hr, "w-1").leavingOn(last));
            Worker worker = all(hr).get(0);
            assertEquals(Optional.of(hired), worker.employment().hireDate(), "hireDate");
            assertEquals(Optional.of(last), worker.employment().terminationDate(), "terminationDate");
            assertFalse(worker.toString().contains("Ple"), "toString() of a worker prints the person");
        }
    }

    @Test
    void m6_attributeThatHrRemoved_isReadAndEmpty() {
        try (HrSourceFixture hr = fixture()) {
            hr.put(sample(hr, "w-1").withMobilePhone(Optional.of("+44 20 7946 0018")));
            assertTrue(
                    all(hr).get(0).attributes().text("mobilePhone").isPresent(), "mobilePhone was set and is not read");
            hr.put(sample(hr, "w-1").withMobilePhone(Optional.empty()));
            assertEquals(
                    Optional.of(AttributeValue.NULL),
                    all(hr).get(0).attributes().get("mobilePhone"),
                    "a value that HR removed must be read as AttributeValue.NULL; missing means 'not read'");
        }
    }

    @Test
    void m9_text_arrivesAsHrHasIt() {
        try (HrSourceFixture hr = fixture()) {
            String first = "\u0645\u0631\u064a\u0645";
            String last = "O\u2019Neill-\u017borawska & S\u00f6hne <\ud842\udfb7>";
            hr.put(sample(hr, "w-1").named(first, last));
            Worker worker = all(hr).get(0);
            assertEquals(Optional.of(first), worker.attributes().text("firstName"), "firstName lost characters");
            assertEquals(Optional.of(last), worker.attributes().text("lastName"), "lastName lost characters");
        }
    }

    @Test
    void g1_groups_areAllThatHrHas_withOrWithoutMembers() {
        try (HrSourceFixture hr = fixture()) {
            assumeTrue(hr.source().groups().isPresent(), "the source has no groups");
            List<ProvisioningGroup> groups =
                    List.of(new ProvisioningGroup("PG-1", "Engineering"), new ProvisioningGroup("PG-2", "Sales"));
            hr.setGroups(groups);
            hr.put(sample(hr, "w-1").in(List.of("PG-1")));
            assertEquals(
                    Set.copyOf(groups),
                    hr.source().groups().map(Set::copyOf).orElse(Set.of()),
                    "groups() must be the complete list, with the groups that nobody is in");
        }
    }

    @Test
    void g2_worker_hasItsGroups_andNoneIsNotTheSameAsNotRead() {
        try (HrSourceFixture hr = fixture()) {
            hire(hr, 1);
            if (hr.source().groups().isEmpty()) {
                assertEquals(
                        Optional.empty(), all(hr).get(0).groups(), "without groups nothing is known of a worker's");
                return;
            }
            ProvisioningGroup group = new ProvisioningGroup("PG-1", "Engineering");
            hr.setGroups(List.of(group));
            hr.put(sample(hr, "w-0001"));
            assertEquals(
                    Optional.of(List.of()), all(hr).get(0).groups(), "a worker in no group has none, which is known");
            hr.put(sample(hr, "w-0001").in(List.of("PG-1")));
            assertEquals(Optional.of(List.of(group)), all(hr).get(0).groups(), "the worker's groups");
        }
    }
}
