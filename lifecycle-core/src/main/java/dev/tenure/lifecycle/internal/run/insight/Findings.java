package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.report.Cause;
import dev.tenure.lifecycle.report.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what a diagnosis finds; attributes with the same cause and story become one finding. */
final class Findings {

    private record Story(Cause cause, String system, String rule, String evidence, Optional<String> remedy) {}

    private final Map<Story, Set<String>> found = new LinkedHashMap<>();

    void add(Cause cause, String system, String rule, String evidence, String remedy) {
        found.computeIfAbsent(story(cause, system, rule, evidence, remedy), any -> new LinkedHashSet<>());
    }

    void add(Cause cause, String system, String attribute, String rule, String evidence, String remedy) {
        found.computeIfAbsent(story(cause, system, rule, evidence, remedy), any -> new LinkedHashSet<>())
                .add(attribute);
    }

    private static Story story(Cause cause, String system, String rule, String evidence, String remedy) {
        return new Story(cause, system, rule, evidence, remedy.isEmpty() ? Optional.empty() : Optional.of(remedy));
    }

    /** Which cause a failure of a call stands for. */
    static Cause causeOf(FailureKind kind, Cause otherwise) {
        return switch (kind) {
            case CREDENTIALS_REJECTED -> Cause.CREDENTIALS_REJECTED;
            case PERMISSION_MISSING -> Cause.PERMISSION_MISSING;
            default -> otherwise;
        };
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        found.forEach((story, attributes) -> all.add(new Finding(
                story.cause(),
                story.system(),
                List.copyOf(attributes),
                story.rule(),
                story.evidence(),
                story.remedy())));
        return all;
    }
}
