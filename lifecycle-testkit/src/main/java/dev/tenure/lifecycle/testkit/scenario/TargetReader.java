package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a target holds before the first step, and what changes there behind the engine's back. */
final class TargetReader {

    /** The words of Okta. */
    private static final Map<String, AccountStatus> STATUSES = Map.of(
            "STAGED", AccountStatus.STAGED,
            "PROVISIONED", AccountStatus.ACTIVE,
            "ACTIVE", AccountStatus.ACTIVE,
            "RECOVERY", AccountStatus.ACTIVE,
            "PASSWORD_EXPIRED", AccountStatus.ACTIVE,
            "LOCKED_OUT", AccountStatus.ACTIVE,
            "SUSPENDED", AccountStatus.SUSPENDED,
            "DEPROVISIONED", AccountStatus.DEACTIVATED);

    private TargetReader() {}

    static TargetChange before(Node node) {
        node.knowing("users", "groups");
        return new TargetChange(users(node), Map.of(), Map.of(), groups(node));
    }

    static TargetChange change(Node node) {
        node.knowing("users", "groups", "setStatus", "set");
        Map<String, AccountStatus> statuses = new LinkedHashMap<>();
        node.some("setStatus")
                .ifPresent(set -> set.fields().forEach((login, status) -> statuses.put(login, status(status))));
        Map<String, AttributeDelta> values = new LinkedHashMap<>();
        node.some("set")
                .ifPresent(set -> set.fields()
                        .forEach((login, delta) -> values.put(login, new AttributeDelta(delta.attributes()))));
        return new TargetChange(users(node), statuses, values, groups(node));
    }

    static AccountStatus status(Node node) {
        return node.oneOf(STATUSES);
    }

    private static List<TargetChange.User> users(Node node) {
        return node.some("users").map(Node::elements).orElse(List.of()).stream()
                .map(TargetReader::user)
                .toList();
    }

    private static TargetChange.User user(Node node) {
        node.knowing("login", "status", "profile");
        return new TargetChange.User(
                node.require("login").text(),
                node.some("status").map(TargetReader::status).orElse(AccountStatus.ACTIVE),
                node.some("profile")
                        .map(profile -> Attributes.of(profile.attributes()))
                        .orElse(Attributes.empty()));
    }

    private static List<TargetChange.Group> groups(Node node) {
        return node.some("groups").map(Node::elements).orElse(List.of()).stream()
                .map(TargetReader::group)
                .toList();
    }

    private static TargetChange.Group group(Node node) {
        node.knowing("name", "members");
        return new TargetChange.Group(
                node.require("name").text(),
                node.some("members").map(Node::texts).orElse(List.of()));
    }
}
