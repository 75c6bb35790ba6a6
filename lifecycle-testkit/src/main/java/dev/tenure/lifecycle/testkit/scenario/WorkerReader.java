package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.WorkerKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a worker as a connector does: white space, Unicode, sentinel dates and offsets of dates are normalised (A8). */
final class WorkerReader {

    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:Z|[+-]\\d{2}:\\d{2})?");

    private static final Set<LocalDate> SENTINELS =
            Set.of(LocalDate.of(1, 1, 1), LocalDate.of(1899, 12, 31), LocalDate.of(9999, 12, 31));

    private WorkerReader() {}

    static HrRecord read(Node node) {
        node.knowing(
                "id",
                "kind",
                "universalId",
                "active",
                "hasAccount",
                "hireDate",
                "firstDayOfWork",
                "terminationDate",
                "lastDayOfWork",
                "inactiveSince",
                "primaryReason",
                "secondaryReasons",
                "preferredTimeZone",
                "locationTimeZone",
                "groups",
                "profile");
        return new HrRecord(
                node.require("id").text(),
                employment(node),
                node.some("profile").map(WorkerReader::profile).orElse(Attributes.empty()),
                node.some("groups").map(Node::texts).orElse(List.of()));
    }

    private static Employment employment(Node node) {
        return Employment.builder()
                .kind(node.some("kind")
                        .map(kind -> kind.oneOf(WorkerKind.class))
                        .orElse(WorkerKind.EMPLOYEE))
                .active(node.some("active").map(Node::truth).orElse(true))
                .hasAccount(node.some("hasAccount").map(Node::truth).orElse(true))
                .universalId(text(node, "universalId"))
                .hireDate(date(node, "hireDate"))
                .firstDayOfWork(date(node, "firstDayOfWork"))
                .terminationDate(date(node, "terminationDate"))
                .lastDayOfWork(date(node, "lastDayOfWork"))
                .inactiveSince(date(node, "inactiveSince"))
                .primaryReason(text(node, "primaryReason"))
                .secondaryReasons(node.some("secondaryReasons").map(Node::texts).orElse(List.of()))
                .preferredTimeZone(text(node, "preferredTimeZone"))
                .locationTimeZone(text(node, "locationTimeZone"))
                .build();
    }

    private static Attributes profile(Node node) {
        Attributes.Builder profile = Attributes.builder();
        node.attributes().forEach((name, value) -> {
            if (value instanceof AttributeValue.Text text) {
                profile.put(name, text.value());
            } else {
                profile.put(name, value);
            }
        });
        return profile.build();
    }

    private static Optional<String> text(Node node, String key) {
        return node.some(key).map(value -> value.text().strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<LocalDate> date(Node node, String key) {
        return node.some(key).map(WorkerReader::date).filter(date -> !SENTINELS.contains(date));
    }

    private static LocalDate date(Node node) {
        Matcher date = DATE.matcher(node.text());
        try {
            if (date.matches()) {
                return LocalDate.parse(date.group(1));
            }
        } catch (DateTimeException noSuchDay) {
            throw node.error("there is no such day as " + node);
        }
        throw node.error("a date such as 2026-03-02 was expected, not " + node);
    }
}
