package dev.tenure.lifecycle.internal.run.assemble;

import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Answer;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import java.util.List;
import java.util.Optional;

/**
 * As long as nobody can tell whether one record of a person has an account, no other one gets a second account, unless a
 * person chose one for it (rules D1, S4).
 */
final class InDoubt {

    private final List<TargetBinding> bindings;

    InDoubt(List<TargetBinding> bindings) {
        this.bindings = List.copyOf(bindings);
    }

    /** The records of a person, each with what is not known of one of them. */
    List<Subject> together(List<Subject> records) {
        List<Subject> together = records;
        for (TargetBinding binding : bindings) {
            String target = binding.name();
            Optional<Answer.Unknown> doubt = records.stream()
                    .flatMap(record -> record.unknown(target).map(unknown -> about(record, unknown)).stream())
                    .findFirst();
            if (doubt.isPresent()) {
                together = together.stream()
                        .map(record -> goesItsWay(record, target) ? record : record.answered(target, doubt.get()))
                        .toList();
            }
        }
        return together;
    }

    private static Answer.Unknown about(Subject record, Answer.Unknown doubt) {
        return new Answer.Unknown(
                doubt.why(), "of " + record.ref() + ", a record of the same person: " + doubt.message(), doubt.until());
    }

    private static boolean goesItsWay(Subject record, String target) {
        return record.link(target).isPresent()
                || record.unknown(target).isPresent()
                || record.manner().chosen().containsKey(target);
    }

    /** A record that was read anew, with what is not known of it. */
    Subject like(Subject record, Subject anew) {
        Subject same = anew;
        for (TargetBinding binding : bindings) {
            Optional<Answer.Unknown> doubt = record.unknown(binding.name());
            if (doubt.isPresent()) {
                same = same.answered(binding.name(), doubt.get());
            }
        }
        return same;
    }
}
