package dev.tenure.lifecycle.testkit.history;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A story and what it happens under.
 *
 * @param setting under what
 * @param events what happens, in order
 */
record History(Setting setting, List<Event> events) {

    History under(Setting other) {
        return new History(other, events);
    }

    History without(Predicate<Event> some) {
        return new History(setting, events.stream().filter(some.negate()).toList());
    }

    History without(Event.By by) {
        return without(event -> event.isBy(by));
    }

    boolean has(Event.Kind kind) {
        return events.stream().anyMatch(event -> event.kind() == kind);
    }

    /** Lets it happen to a new company. */
    HistoryWorld play() {
        HistoryWorld world = new HistoryWorld(setting);
        events.forEach(world::happen);
        world.endFaults();
        return world;
    }

    @Override
    public String toString() {
        return setting + events.stream().map(event -> "\n    " + event).collect(Collectors.joining());
    }
}
