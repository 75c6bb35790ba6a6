package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.report.Explanation.Fact;
import dev.tenure.lifecycle.worker.Employment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists what HR says of an employment. */
final class Facts {

    private Facts() {}

    static List<Fact> of(Employment employment) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("kind", employment.kind().name().toLowerCase(Locale.ROOT)));
        facts.add(new Fact("active in HR", employment.active() ? "yes" : "no"));
        facts.add(new Fact("account in HR", employment.hasAccount() ? "yes" : "no"));
        add(facts, "hire date", employment.hireDate());
        add(facts, "first day of work", employment.firstDayOfWork());
        add(facts, "termination date", employment.terminationDate());
        add(facts, "last day of work", employment.lastDayOfWork());
        add(facts, "inactive since", employment.inactiveSince());
        add(facts, "termination reason", employment.primaryReason());
        employment.secondaryReasons().forEach(reason -> facts.add(new Fact("further termination reason", reason)));
        add(facts, "preferred time zone", employment.preferredTimeZone());
        add(facts, "time zone of the location", employment.locationTimeZone());
        add(facts, "universal id", employment.universalId());
        employment
                .timeline()
                .forEach(event -> facts.add(new Fact(
                        "later " + event.kind().name().toLowerCase(Locale.ROOT),
                        event.on().toString())));
        return facts;
    }

    private static void add(List<Fact> facts, String name, Optional<?> value) {
        value.ifPresent(known -> facts.add(new Fact(name, known.toString())));
    }
}
