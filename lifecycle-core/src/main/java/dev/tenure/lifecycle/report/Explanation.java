package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.ZoneOrigin;
import dev.tenure.lifecycle.mapping.PreviewText;
import dev.tenure.lifecycle.mapping.RowPreview;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.List;

/**
 * Why a worker is what it is, and why each attribute has its value (rules C10, M5, S5). Holds values of the person:
 * shown, never logged.
 *
 * @param worker the worker
 * @param at the instant that the decision was made for
 * @param returned whether HR returned the worker; if not, the facts are those that the store kept, and no row is shown
 * @param facts what HR says of the employment, as far as it says anything
 * @param decision what the rules make of it
 * @param zoneOrigin where the zone comes from in which the day of an end is counted
 * @param identity each row that makes the identity profile: its expression, what it read and what it gives
 * @param targets the worker's accounts
 */
public record Explanation(
        WorkerRef worker,
        Instant at,
        boolean returned,
        List<Fact> facts,
        Decision decision,
        ZoneOrigin zoneOrigin,
        List<RowPreview> identity,
        List<AccountExplanation> targets) {

    /** Copies the lists. */
    public Explanation {
        facts = List.copyOf(facts);
        identity = List.copyOf(identity);
        targets = List.copyOf(targets);
    }

    /**
     * One thing that HR says of an employment.
     *
     * @param name what it is, such as {@code termination date}
     * @param value its value as text
     */
    public record Fact(String name, String value) {

        /** Names the fact and prints no value. */
        @Override
        public String toString() {
            return "Fact[" + name + "]";
        }
    }

    /**
     * Says in words why the worker is what it is.
     *
     * @return a sentence or two
     */
    public String because() {
        StringBuilder text = new StringBuilder(decision.state().name());
        decision.effectiveAt().ifPresent(since -> text.append(" since ").append(since));
        text.append(", because ")
                .append(Rules.inWords(decision.because()))
                .append(" (")
                .append(decision.because())
                .append(", rule ")
                .append(decision.because().rule())
                .append("). ");
        text.append("The day of an end is counted in ")
                .append(decision.zone())
                .append(", ")
                .append(inWords(zoneOrigin))
                .append(" (C3). ");
        if (decision.next().isPresent()) {
            text.append("Next: ")
                    .append(decision.next().get().state())
                    .append(" at ")
                    .append(decision.next().get().at())
                    .append('.');
        } else {
            text.append("No later change of state is known.");
        }
        return text.toString();
    }

    private static String inWords(ZoneOrigin origin) {
        return switch (origin) {
            case POLICY -> "since timeZoneAware is off";
            case TIMELINE -> "as HR says of this end";
            case PREFERRED -> "the worker's preferred zone";
            case LOCATION -> "the zone of the location";
            case FALLBACK -> "the fallback of the policy";
        };
    }

    /**
     * Writes the explanation for somebody to read. The text holds values of the person: show it, do not log it.
     *
     * @return the state, the facts, the accounts, and every row with what it read and gives
     */
    public String text() {
        StringBuilder text = new StringBuilder(worker + " at " + at + "\n" + because() + "\n");
        if (!returned) {
            text.append("HR does not return this worker: the facts are those of the last import.\n");
        }
        text.append("\nFacts\n");
        for (Fact fact : facts) {
            text.append("    ")
                    .append(fact.name())
                    .append(": ")
                    .append(fact.value())
                    .append('\n');
        }
        decision.unknownZones()
                .forEach(zone -> text.append("    '").append(zone).append("' is no time zone and was passed over\n"));
        if (!identity.isEmpty() && targets.stream().noneMatch(this::showsIdentity)) {
            text.append("\nIdentity profile\n").append(PreviewText.of(identity));
        }
        for (AccountExplanation target : targets) {
            text.append('\n').append(target.text());
        }
        return text.toString();
    }

    /** A target that takes the identity profile as it is shows the same rows, with what it has beside them. */
    private boolean showsIdentity(AccountExplanation target) {
        return target.rows().stream()
                .map(RowPreview::row)
                .toList()
                .equals(identity.stream().map(RowPreview::row).toList());
    }

    /** Names the worker and says nothing of the person. */
    @Override
    public String toString() {
        return "Explanation[" + worker + ", " + decision.state() + "]";
    }
}
