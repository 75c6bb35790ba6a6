package dev.tenure.lifecycle.testkit.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Makes random histories: some hires first, then anything. */
final class Histories extends DomainContextBase {

    @Provide
    Arbitrary<History> histories() {
        return Combinators.combine(settings(), events()).as(History::new);
    }

    private static Arbitrary<Setting> settings() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(flag, Arbitraries.of(0, 5), flag, flag, flag, flag, flag, Arbitraries.of(1, 2, 3, 4))
                .as(Setting::new);
    }

    private static Arbitrary<List<Event>> events() {
        Arbitrary<Event.Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(10, by(Event.By.HR)),
                Tuple.of(2, Arbitraries.of(Event.Kind.SWAP_EMAILS, Event.Kind.SWAP_LOGINS, Event.Kind.PASS_LOGIN_ON)),
                Tuple.of(1, by(Event.By.ADMINISTRATOR)),
                Tuple.of(1, by(Event.By.FAULT)),
                Tuple.of(3, by(Event.By.TIME)),
                Tuple.of(5, by(Event.By.ENGINE)));
        Arbitrary<Event> anything = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, HistoryWorld.PEOPLE - 1),
                        Arbitraries.integers().between(-3, 8),
                        Arbitraries.integers().between(0, 2))
                .as(Event::new);
        Arbitrary<Event> hires = Combinators.combine(
                        Arbitraries.integers().between(0, HistoryWorld.PEOPLE - 1),
                        Arbitraries.integers().between(-3, 6))
                .as((who, days) -> new Event(Event.Kind.HIRE, who, days, who % 2));
        return Combinators.combine(
                        hires.list().ofMinSize(1).ofMaxSize(3), anything.list().ofMaxSize(25))
                .as((first, rest) -> {
                    List<Event> events = new ArrayList<>(first);
                    events.addAll(rest);
                    return events;
                });
    }

    private static Arbitrary<Event.Kind> by(Event.By by) {
        return Arbitraries.of(Arrays.stream(Event.Kind.values())
                .filter(kind -> kind.by() == by)
                .toList());
    }
}
