package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.expression.Reference;
import dev.tenure.lifecycle.internal.plan.Fingerprinter;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.mapping.Apply;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.MappingRow;
import dev.tenure.lifecycle.mapping.NullPolicy;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.mapping.RowFault;
import dev.tenure.lifecycle.report.Cause;
import dev.tenure.lifecycle.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out why attributes of a linked account have the values they have (rule N1). Pure. */
final class AttributeDiagnosis {

    private final Settings settings;
    private final TargetBinding binding;
    private final Fingerprinter hashes;
    private final AttributeMapping mapping;
    private final Findings findings;

    AttributeDiagnosis(Settings settings, TargetBinding binding, Fingerprinter hashes, Findings findings) {
        this.settings = settings;
        this.binding = binding;
        this.hashes = hashes;
        this.findings = findings;
        this.mapping = settings.targets().stream()
                .filter(target -> target.target().name().equals(binding.name()))
                .findFirst()
                .flatMap(Settings.TargetSettings::mapping)
                .orElse(settings.mapping());
    }

    void check(
            Subject subject, Profile profile, Link link, Account account, Set<String> taken, Optional<String> asked) {
        for (RowFault fault : profile.faults()) {
            findings.add(
                    Cause.MAPPING_FAULT,
                    binding.name(),
                    fault.attribute(),
                    "M5",
                    fault.message() + "; nothing is sent for this worker until it works",
                    "mend the row, or the value in HR");
        }
        Attributes source = subject.worker().map(Worker::attributes).orElse(Attributes.empty());
        if (asked.isPresent()) {
            mapped(asked.get(), source);
        } else {
            unread(source);
        }
        for (MappingRow row : mapping.rows()) {
            if (asked.filter(name -> !name.equals(row.attribute())).isEmpty()) {
                row(row, subject, profile, link, account, taken, asked.isPresent());
            }
        }
    }

    /** What of HR's no row uses at all. */
    private void unread(Attributes source) {
        source.asMap().forEach((name, value) -> {
            if (!value.isNull() && readers(name).isEmpty()) {
                findings.add(
                        Cause.NOT_MAPPED,
                        binding.name(),
                        name,
                        "M5",
                        "HR gives these and no row of the mapping reads them",
                        "add a row where the target is to have one");
            }
        });
    }

    private void mapped(String name, Attributes source) {
        List<String> readers = readers(name);
        Optional<MappingRow> row = mapping.row(name).or(() -> settings.mapping().row(name));
        if (row.isEmpty() && readers.isEmpty()) {
            findings.add(
                    Cause.NOT_MAPPED,
                    binding.name(),
                    name,
                    "M5",
                    "no row of the mapping gives this attribute, and none reads one of HR's of this name",
                    "add a row for it");
        } else if (row.isEmpty()) {
            findings.add(
                    Cause.MAPPED_OTHERWISE,
                    binding.name(),
                    name,
                    "M5",
                    "HR's attribute of this name is mapped to " + String.join(", ", readers),
                    "look at that attribute, or add a row");
        } else if (source.isRead(name) && !readers.contains(name)) {
            findings.add(
                    Cause.MAPPED_OTHERWISE,
                    binding.name(),
                    name,
                    "M5",
                    "its row is '" + row.get().expression().text()
                            + "', which does not read HR's attribute of this name",
                    "change that in HR which the row reads, or the row");
        }
    }

    /** The attributes of the hub whose rows read one of HR's. */
    private List<String> readers(String attribute) {
        List<String> readers = new ArrayList<>();
        for (MappingRow row : settings.mapping().rows()) {
            boolean reads = row.expression().references().stream()
                    .map(Reference::attribute)
                    .anyMatch(attribute::equals);
            if (reads) {
                readers.add(row.attribute());
            }
        }
        return readers;
    }

    private void row(
            MappingRow row,
            Subject subject,
            Profile profile,
            Link link,
            Account account,
            Set<String> taken,
            boolean asked) {
        String name = row.attribute();
        String missing = profile.notRead().get(name);
        Optional<AttributeValue> value = profile.values().get(name);
        if (missing != null) {
            findings.add(
                    Cause.NOT_READ,
                    binding.name(),
                    name,
                    "M6",
                    "the row needs " + missing + ", which was not read from HR; what the target has stays",
                    "let the source read it: a permission, a field or a report is missing");
        } else if (row.apply() == Apply.ON_CREATE) {
            if (asked) {
                findings.add(
                        Cause.ON_CREATE_ONLY,
                        binding.name(),
                        name,
                        "M5",
                        "the row applies when the account is created and never after",
                        "let the row apply always, if it is to follow HR");
            }
        } else if (value.isPresent()) {
            value(row, subject, value.get(), link, account, taken);
        }
    }

    private void value(
            MappingRow row, Subject subject, AttributeValue value, Link link, Account account, Set<String> taken) {
        String name = row.attribute();
        long key = hashes.name(name);
        AttributeValue there = account.attributes().get(name).orElse(AttributeValue.NULL);
        boolean present = there.equals(value) || hashes.value(there) == hashes.value(value);
        if (value.isNull()) {
            if (!there.isNull() && !clears(row)) {
                findings.add(
                        Cause.REMOVED_VALUE_KEPT,
                        binding.name(),
                        name,
                        "M6",
                        "HR has no value, the target has one, and it is kept",
                        "set clearRemovedAttributes, or CLEAR on the row, if it is to be cleared");
            }
        } else if (taken.contains(name)) {
            findings.add(
                    Cause.KEY_TAKEN,
                    binding.name(),
                    name,
                    "E10",
                    "another account has the new value already, so it is not sent",
                    "free the value at the target, or change it in HR");
        } else if (link.sent().holds(key, hashes.value(value))) {
            same(name, present);
        } else if (present) {
            findings.add(Cause.SAME_AS_SENT, binding.name(), name, "E2", "the target has the mapped value already", "");
        } else if (subject.state().hasAccess()) {
            findings.add(
                    Cause.WILL_BE_SENT,
                    binding.name(),
                    name,
                    "E2",
                    "the mapped value differs from the target's and was not sent yet",
                    "if nothing above is in the way, the next import that reads the worker sends it");
        }
    }

    private void same(String name, boolean present) {
        if (present) {
            findings.add(
                    Cause.SAME_AS_SENT,
                    binding.name(),
                    name,
                    "E2",
                    "the mapped value is the one that was last sent, and the target has it",
                    "");
        } else {
            findings.add(
                    Cause.CHANGED_AT_TARGET,
                    binding.name(),
                    name,
                    "E14",
                    "the mapped value was sent, and the target has another one now",
                    settings.policy().repairDrift()
                            ? "the next full import sets it back"
                            : "set repairDrift to have full imports set it back, or change it at the target");
        }
    }

    private boolean clears(MappingRow row) {
        return row.whenNull() == NullPolicy.CLEAR
                || (row.whenNull() == NullPolicy.FOLLOW_POLICY
                        && settings.policy().clearRemovedAttributes());
    }
}
