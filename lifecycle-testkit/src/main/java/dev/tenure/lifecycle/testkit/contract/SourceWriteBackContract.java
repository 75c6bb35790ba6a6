package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.worker.Worker;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contact data that is written back. */
abstract class SourceWriteBackContract extends SourceTimelineContract {

    @Test
    void f1_write_makesHrHaveTheValues_andLeavesTheOthers() {
        try (HrSourceFixture hr = fixture()) {
            ContactWriteBack back = orSkip(hr.source().writeBack(), "write-back");
            String id = hire(hr, 1).get(0);
            Map<ContactField, String> values = contacts(back);
            back.write(all(hr).get(0), values);
            values.forEach((field, value) ->
                    assertEquals(Optional.of(value), hr.contact(id, field), () -> field + " was not written"));
            ContactField one = values.keySet().iterator().next();
            String other = contact(one).replace('1', '2');
            back.write(all(hr).get(0), Map.of(one, other));
            Map<ContactField, String> after = new HashMap<>(values);
            after.put(one, other);
            after.forEach((field, value) -> assertEquals(
                    Optional.of(value),
                    hr.contact(id, field),
                    () -> field + (field == one ? " was not changed" : " was not named and must stay as it is")));
        }
    }

    @Test
    void f3_write_calledAgainWithTheSame_succeedsAndChangesNothing() {
        try (HrSourceFixture hr = fixture()) {
            ContactWriteBack back = orSkip(hr.source().writeBack(), "write-back");
            String id = hire(hr, 1).get(0);
            Map<ContactField, String> values = contacts(back);
            back.write(all(hr).get(0), values);
            Worker worker = all(hr).get(0);
            assertDoesNotThrow(() -> back.write(worker, values), "the second write of the same values threw");
            values.forEach((field, value) ->
                    assertEquals(Optional.of(value), hr.contact(id, field), () -> field + " is no longer what it was"));
        }
    }
}
