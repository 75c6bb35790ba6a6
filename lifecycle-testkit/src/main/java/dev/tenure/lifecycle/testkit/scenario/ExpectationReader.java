package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.testkit.RecordedCall;
import dev.tenure.lifecycle.testkit.scenario.Expectation.Due;
import dev.tenure.lifecycle.testkit.scenario.Expectation.Held;
import dev.tenure.lifecycle.testkit.scenario.Expectation.User;
import dev.tenure.lifecycle.testkit.scenario.Expectation.Waiting;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what a step is to have done and left behind. */
final class ExpectationReader {

    private static final Map<String, ContactField> CONTACT_FIELDS = Map.of(
            "workEmail", ContactField.WORK_EMAIL,
            "homeEmail", ContactField.HOME_EMAIL,
            "workPhone", ContactField.WORK_PHONE,
            "homePhone", ContactField.HOME_PHONE,
            "mobilePhone", ContactField.MOBILE_PHONE);

    private ExpectationReader() {}

    static Expectation read(Node node) {
        node.knowing("calls", "users", "groups", "pending", "failed", "absent", "held", "nextTransition");
        return new Expectation(
                node.get("calls").map(ExpectationReader::calls),
                node.get("users").map(ExpectationReader::users),
                node.get("groups").map(ExpectationReader::groups),
                node.get("pending").map(ExpectationReader::pending),
                node.get("failed").map(failed -> new TreeSet<>(failed.texts())),
                node.get("absent").map(absent -> new TreeSet<>(absent.texts())),
                node.get("held").map(held -> held.isNull() ? List.of() : List.of(held(held))),
                node.get("nextTransition").map(ExpectationReader::due));
    }

    private static List<RecordedCall> calls(Node node) {
        return node.elements().stream().map(ExpectationReader::call).toList();
    }

    private static RecordedCall call(Node node) {
        ChangeKind op = node.require("op").oneOf(ChangeKind.class);
        switch (op) {
            case CREATE, UPDATE -> node.knowing("op", "user", "profile").require("profile");
            case DEACTIVATE, REACTIVATE, SUSPEND, UNSUSPEND, DELETE -> node.knowing("op", "user");
            case GROUP_CREATE, GROUP_DELETE -> node.knowing("op", "group").require("group");
            case GROUP_RENAME -> {
                node.knowing("op", "group", "to").require("group");
                node.require("to");
            }
            case MEMBER_ADD, MEMBER_REMOVE ->
                node.knowing("op", "group", "user").require("group");
            case WRITE_BACK -> {
                node.knowing("op", "worker", "fields").require("worker");
                node.require("fields");
            }
            case MOVE -> throw node.error("no vector moves accounts");
            case LINK -> throw node.error("LINK writes nothing and is no call");
        }
        if (!op.name().startsWith("GROUP") && op != ChangeKind.WRITE_BACK) {
            node.require("user");
        }
        return new RecordedCall(
                op,
                node.some("user").map(Node::text),
                node.some("group").map(Node::text),
                node.some("to").map(Node::text),
                node.some("worker").map(Node::text),
                node.some("profile").map(Node::attributes).orElse(Map.<String, AttributeValue>of()),
                node.some("fields").map(ExpectationReader::fields).orElse(Map.<ContactField, String>of()),
                true);
    }

    private static Map<ContactField, String> fields(Node node) {
        Map<ContactField, String> fields = new EnumMap<>(ContactField.class);
        node.fields().forEach((name, value) -> {
            ContactField field = CONTACT_FIELDS.get(name);
            if (field == null) {
                throw value.error("unknown contact field; known are " + new TreeSet<>(CONTACT_FIELDS.keySet()));
            }
            fields.put(field, value.text());
        });
        return fields;
    }

    private static Map<String, Optional<User>> users(Node node) {
        Map<String, Optional<User>> users = new LinkedHashMap<>();
        node.fields()
                .forEach((login, user) -> users.put(login, user.isNull() ? Optional.empty() : Optional.of(user(user))));
        return users;
    }

    private static User user(Node node) {
        node.knowing("status", "profile");
        return new User(
                node.some("status").map(TargetReader::status),
                node.some("profile").map(Node::attributes).orElse(Map.<String, AttributeValue>of()));
    }

    private static Map<String, Set<String>> groups(Node node) {
        Map<String, Set<String>> groups = new TreeMap<>();
        node.fields().forEach((name, members) -> groups.put(name, new TreeSet<>(members.texts())));
        return groups;
    }

    private static Set<Waiting> pending(Node node) {
        return node.elements().stream()
                .map(item -> item.knowing("worker", "why"))
                .map(item -> new Waiting(
                        item.require("worker").text(),
                        item.require("why").oneOf(PendingReason.class).name()))
                .collect(Collectors.toSet());
    }

    private static Due due(Node node) {
        return new Due(node.isNull() ? Optional.empty() : Optional.of(node.instant()));
    }

    private static Held held(Node node) {
        node.knowing("op", "count", "of");
        return new Held(
                node.require("op").oneOf(ChangeKind.class),
                node.require("count").integer(),
                node.require("of").integer());
    }
}
