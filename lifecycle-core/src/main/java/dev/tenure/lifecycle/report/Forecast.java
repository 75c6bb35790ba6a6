package dev.tenure.lifecycle.report;

import java.time.Instant;
import java.util.List;

/**
 * Who will start, change and end, and at which instant, from what the store knows (rule H3). What HR learns later is not
 * in it. Holds no data of a person but the reference.
 *
 * @param from the instant it was made for; what is due by then and not done yet comes first
 * @param until the last instant it looks at
 * @param events what will happen, in order of time, then of workers
 */
public record Forecast(Instant from, Instant until, List<ForecastEvent> events) {

    /** Copies the list. */
    public Forecast {
        events = List.copyOf(events);
    }

    /**
     * Picks the events of a kind.
     *
     * @param kind the kind
     * @return those events, in order
     */
    public List<ForecastEvent> of(ForecastKind kind) {
        return events.stream().filter(event -> event.kind() == kind).toList();
    }

    /**
     * Says whether an event is due already: the next {@code advance()} or import performs it.
     *
     * @param event an event of this forecast
     * @return true if its instant is not after the beginning
     */
    public boolean isDue(ForecastEvent event) {
        return !event.at().isAfter(from);
    }

    /**
     * Writes the forecast for somebody to read.
     *
     * @return a heading and a line for each event
     */
    public String text() {
        StringBuilder text = new StringBuilder("From " + from + " until " + until + ": ");
        text.append(events.isEmpty() ? "nothing is known to happen\n" : Words.count(events.size(), "event") + "\n");
        for (ForecastEvent event : events) {
            text.append("  ")
                    .append(event.at())
                    .append(isDue(event) ? " (due)  " : "  ")
                    .append(event.worker())
                    .append(' ')
                    .append(event.kind().verb())
                    .append(": ")
                    .append(event.reason())
                    .append(" (")
                    .append(event.rule())
                    .append(", ")
                    .append(event.zone())
                    .append(")\n");
        }
        return text.toString();
    }
}
