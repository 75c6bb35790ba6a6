package dev.tenure.benchmarks;

import dev.tenure.benchmarks.core.Decisions;
import dev.tenure.benchmarks.core.Expressions;
import dev.tenure.benchmarks.core.Unchanged;
import dev.tenure.benchmarks.directory.DirectoryWrites;
import dev.tenure.benchmarks.okta.OktaCalls;
import dev.tenure.benchmarks.okta.OktaLoad;
import dev.tenure.benchmarks.okta.OktaReading;
import dev.tenure.benchmarks.okta.Urgency;
import dev.tenure.benchmarks.start.Footprint;
import dev.tenure.benchmarks.workday.WorkdayReading;
import java.util.List;

/** All figures, in the order of the report: the longest one comes last, so that no other lacks time. */
final class Figures {

    private Figures() {}

    static List<Figure> all() {
        return List.of(
                new WorkdayReading(),
                new OktaCalls(),
                new OktaReading(),
                new OktaLoad(),
                new Expressions(),
                new Urgency(),
                new Decisions(),
                new DirectoryWrites(),
                new Footprint(),
                new Unchanged());
    }

    /** Those that are asked for, in the order of the report; all if none is. A name that is no figure's is refused. */
    static List<Figure> chosen(List<String> names) {
        List<Figure> named = names.stream().map(Figures::named).toList();
        return named.isEmpty()
                ? all()
                : all().stream()
                        .filter(figure -> named.stream().map(Figure::name).anyMatch(figure.name()::equals))
                        .toList();
    }

    static Figure named(String name) {
        return all().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No figure is named '" + name + "'; there are "
                        + all().stream().map(Figure::name).toList()));
    }
}
