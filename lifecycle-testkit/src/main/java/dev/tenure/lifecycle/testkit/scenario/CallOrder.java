package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.testkit.RecordedCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of an order of calls that counts, as one list per story: for each user its CREATE, UPDATE and status calls, and
 * whether the CREATE comes before the first MEMBER_ADD; for each group its GROUP calls, with what happens to its members
 * between two of them as one unordered lot. A user or group that is renamed on the way stays the same one.
 *
 * @param byStory what happens in order, by what it happens to
 */
record CallOrder(Map<String, List<String>> byStory) {

    static CallOrder of(List<RecordedCall> calls) {
        Collector collector = new Collector();
        calls.forEach(collector::add);
        return collector.finish();
    }

    private static final class Collector {

        private final Map<String, List<String>> stories = new LinkedHashMap<>();
        private final Map<String, String> userNow = new HashMap<>();
        private final Map<String, String> groupNow = new HashMap<>();
        private final Map<String, Set<String>> lots = new LinkedHashMap<>();
        private final Set<String> added = new TreeSet<>();

        private void add(RecordedCall call) {
            switch (call.op()) {
                case MEMBER_ADD, MEMBER_REMOVE -> member(call);
                case GROUP_CREATE, GROUP_RENAME, GROUP_DELETE -> group(call);
                case WRITE_BACK, LINK -> {}
                default -> user(call);
            }
        }

        private void user(RecordedCall call) {
            String login = call.user().orElse("");
            String user = userNow.computeIfAbsent(login, any -> login);
            story("user " + user).add(CallText.of(call));
            if (call.op() == ChangeKind.UPDATE && call.profile().containsKey("login")) {
                userNow.put(call.profile().get("login").asText(), user);
            }
        }

        private void group(RecordedCall call) {
            String name = call.group().orElse("");
            String group = groupNow.computeIfAbsent(name, any -> name);
            closeLot(group);
            story("group " + group).add(CallText.of(call));
            call.newName().ifPresent(newName -> groupNow.put(newName, group));
        }

        private void member(RecordedCall call) {
            String name = call.group().orElse("");
            String group = groupNow.computeIfAbsent(name, any -> name);
            lots.computeIfAbsent(group, any -> new TreeSet<>()).add(CallText.of(call));
            String login = call.user().orElse("");
            if (call.op() == ChangeKind.MEMBER_ADD && added.add(login)) {
                story("the first MEMBER_ADD of " + login)
                        .add(created(login) ? "after its CREATE" : "with no CREATE before it");
            }
        }

        private boolean created(String login) {
            return stories.getOrDefault("user " + userNow.getOrDefault(login, login), List.of()).stream()
                    .anyMatch(call -> call.startsWith(ChangeKind.CREATE.name() + " "));
        }

        private void closeLot(String group) {
            Set<String> lot = lots.remove(group);
            if (lot != null) {
                story("group " + group).add(lot.toString());
            }
        }

        private List<String> story(String what) {
            return stories.computeIfAbsent(what, any -> new ArrayList<>());
        }

        private CallOrder finish() {
            List.copyOf(lots.keySet()).forEach(this::closeLot);
            return new CallOrder(stories);
        }
    }
}
