package com.example.directory;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups of the directory. */
final class DirectoryGroups implements GroupTarget {

    private final String target;
    private final DirectoryCalls calls;

    DirectoryGroups(String target, DirectoryCalls calls) {
        this.target = target;
        this.calls = calls;
    }

    @Override
    public Optional<TargetGroup> find(String name) {
        return list(calls.get("find a group", "groups", Map.of("name", name)), "groups").stream()
                .map(this::group)
                .filter(group -> group.name().equals(name))
                .findFirst();
    }

    @Override
    public TargetGroup create(String name) {
        return group(calls.send("POST", "create a group", "groups", Map.of("name", name)));
    }

    @Override
    public void rename(String id, String name) {
        calls.send("PATCH", "rename a group", "groups/" + id, Map.of("name", name));
    }

    @Override
    public void delete(String id) {
        calls.delete("delete a group", "groups/" + id);
    }

    @Override
    public void addMember(String id, AccountRef account) {
        calls.send("PUT", "add a member", member(id, account), Map.of());
    }

    @Override
    public void removeMember(String id, AccountRef account) {
        calls.delete("remove a member", member(id, account));
    }

    @Override
    public List<AccountRef> members(String id) {
        return list(calls.get("list members", "groups/" + id + "/members", Map.of()), "members").stream()
                .map(member -> new AccountRef(target, String.valueOf(member)))
                .toList();
    }

    private static String member(String id, AccountRef account) {
        return "groups/" + id + "/members/" + account.id();
    }

    private TargetGroup group(Object json) {
        if (json instanceof Map<?, ?> group
                && group.get("id") instanceof String id
                && group.get("name") instanceof String name) {
            return new TargetGroup(id, name);
        }
        throw new ProtocolViolation(target, "The directory: a group has no id or no name");
    }

    private List<?> list(Map<String, Object> json, String name) {
        if (json.get(name) instanceof List<?> list) {
            return list;
        }
        throw new ProtocolViolation(target, "The directory: an answer has no list of " + name);
    }
}
