package dev.tenure.benchmarks.core;

import dev.tenure.benchmarks.Figure;
import dev.tenure.benchmarks.measure.Contest;
import dev.tenure.benchmarks.measure.Duel;
import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Goal;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Results;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.expression.spel.SpelCompilerMode;

/** Figure 6: the default mappings, beside two expression languages that Java programs embed. */
public final class Expressions implements Figure {

    private static final int WORKERS = 500;

    /** Prepares the figure. */
    public Expressions() {}

    @Override
    public String name() {
        return "expressions";
    }

    @Override
    public void measure(Effort effort, Results results) throws Exception {
        List<Profiles> workers =
                IntStream.range(0, WORKERS).mapToObj(Profiles::of).toList();
        RowEvaluator ours = new OursEvaluator();
        RowEvaluator spring = new SpringEvaluator(SpelCompilerMode.OFF);
        RowEvaluator compiled = new SpringEvaluator(SpelCompilerMode.IMMEDIATE);
        RowEvaluator jexl = new JexlEvaluator();
        Contest contest = new Duel(effort)
                .side("ours", () -> map(ours, workers))
                .side("spring", () -> map(spring, workers))
                .side("compiled", () -> map(compiled, workers))
                .side("jexl", () -> map(jexl, workers))
                .run();
        for (String other : List.of("spring", "compiled", "jexl")) {
            results.add(
                    new Measurement(name() + "/" + other, "workers/s", contest.speed("ours", other), Goal.atLeast(5)));
            results.add(new Measurement(
                    name() + "/" + other + "-allocation",
                    "bytes/worker",
                    contest.allocation("ours", other),
                    Goal.watched(Goal.Better.LOWER)));
        }
        results.note(String.format(
                "%.0f ns and %.0f bytes for the 43 rows of a worker", contest.nanos("ours"), contest.bytes("ours")));
    }

    private static long map(RowEvaluator evaluator, List<Profiles> workers) {
        long values = 0;
        for (Profiles worker : workers) {
            RowEvaluator.Values made = evaluator.evaluate(worker);
            values += made.okta().size() + made.directory().size();
        }
        if (values == 0) {
            throw new IllegalStateException("Nothing was mapped");
        }
        return workers.size();
    }
}
