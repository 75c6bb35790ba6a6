package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes contact data into the profiles of an {@link InMemoryHrSource}. */
final class InMemoryWriteBack implements ContactWriteBack {

    private final String source;
    private final Set<ContactField> fields;
    private final HrRecords records;
    private final Faults faults;
    private final CallLog log;

    InMemoryWriteBack(String source, Set<ContactField> fields, HrRecords records, Faults faults, CallLog log) {
        this.source = source;
        this.fields = fields;
        this.records = records;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public Set<ContactField> fields() {
        return fields;
    }

    @Override
    public void write(Worker worker, Map<ContactField, String> values) {
        if (!fields.containsAll(values.keySet())) {
            throw new IllegalArgumentException(
                    source + " can write " + fields + " and was asked to write " + values.keySet());
        }
        String id = worker.ref().id();
        List<String> subjects = new ArrayList<>(List.of(id));
        worker.attributes().text("userName").ifPresent(subjects::add);
        faults.around(ChangeKind.WRITE_BACK, subjects, () -> {
            boolean effective = records.write(id, values)
                    .orElseThrow(() -> new NotFound(source, source + " has no worker '" + id + "'"));
            log.add(RecordedCall.ofWriteBack(id, values, effective));
            return effective;
        });
    }

    /** Names the attribute of the source profile that holds a field. */
    static String attributeOf(ContactField field) {
        return switch (field) {
            case WORK_EMAIL -> "email";
            case HOME_EMAIL -> "secondEmail";
            case WORK_PHONE -> "workPhone";
            case HOME_PHONE -> "homePhone";
            case MOBILE_PHONE -> "mobilePhone";
        };
    }
}
