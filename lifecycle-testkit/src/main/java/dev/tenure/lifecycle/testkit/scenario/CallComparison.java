package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.testkit.RecordedCall;
import java.util.ArrayList;
import java.util.List;

/** Compares the writes of a step with those expected: the same ones, and in order where order counts. */
final class CallComparison {

    private CallComparison() {}

    static List<String> compare(List<RecordedCall> expected, List<RecordedCall> actual) {
        List<String> missing =
                new ArrayList<>(expected.stream().map(CallText::of).toList());
        List<String> unexpected = new ArrayList<>();
        for (RecordedCall call : actual) {
            String text = CallText.of(call);
            if (!missing.remove(text)) {
                unexpected.add(text + (call.effective() ? "" : " (which changed nothing)"));
            }
        }
        List<String> problems = new ArrayList<>();
        missing.forEach(call -> problems.add("calls: missing    " + call));
        unexpected.forEach(call -> problems.add("calls: unexpected " + call));
        if (problems.isEmpty()) {
            compareOrder(expected, actual, problems);
        }
        return problems;
    }

    private static void compareOrder(List<RecordedCall> expected, List<RecordedCall> actual, List<String> problems) {
        CallOrder wanted = CallOrder.of(expected);
        CallOrder found = CallOrder.of(actual);
        wanted.byStory().forEach((story, order) -> {
            List<String> other = found.byStory().getOrDefault(story, List.of());
            if (!order.equals(other)) {
                problems.add("calls: order of " + story + ": expected " + order + " but was " + other);
            }
        });
    }
}
