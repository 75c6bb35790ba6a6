package dev.tenure.successfactors.internal.translate;

import dev.tenure.successfactors.internal.wire.Row;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Numbers the employments of a person and joins the job records to them (rules T1, N1 to N6). */
final class Assignments {

    private static final Comparator<@Nullable BigInteger> NUMBERS = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<@Nullable String> TEXTS = Comparator.nullsLast(Comparator.naturalOrder());

    /** Rule N2. */
    private static final Comparator<Row> ORDER = Comparator.<Row, @Nullable BigInteger>comparing(
                    employment -> employment.number("employmentId"), NUMBERS)
            .thenComparing(employment -> employment.number("jobNumber"), NUMBERS)
            .thenComparing(employment -> employment.date("startDate").orElse(LocalDate.MAX))
            .thenComparing(employment -> employment.text("userId"), TEXTS);

    private final SuccessFactorsPolicy policy;
    private final Picklists picklists;

    Assignments(SuccessFactorsPolicy policy, Picklists picklists) {
        this.policy = policy;
        this.picklists = picklists;
    }

    boolean isImported(Row employment) {
        return policy.importContingent() || !employment.flag("isContingentWorker");
    }

    List<Assignment> of(List<Row> imported, Function<String, List<Row>> jobs, Instant now) {
        List<Assignment> assignments = new ArrayList<>();
        int globals = 0;
        int standards = 0;
        for (Row employment : imported.stream().sorted(ORDER).toList()) {
            History history = History.of(jobs(employment, jobs), picklists, policy.activeStatuses());
            if (history.isEmpty()) {
                continue;
            }
            boolean global = "GA".equals(employment.text("assignmentClass"));
            int number = global ? ++globals : ++standards;
            assignments.add(Assignment.of(employment, history, global, number, policy, now));
        }
        return assignments;
    }

    /** Where job records come both by their own query and nested, the union counts; their own query goes first. */
    private static List<Row> jobs(Row employment, Function<String, List<Row>> byUser) {
        Map<List<Object>, Row> union = new LinkedHashMap<>();
        String user = employment.text("userId");
        if (user != null) {
            byUser.apply(user).forEach(job -> union.putIfAbsent(key(job), job));
        }
        employment.many("jobInfoNav").orElse(List.of()).forEach(job -> {
            String of = job.text("userId");
            if (of == null || of.equals(user)) {
                union.putIfAbsent(key(job), job);
            }
        });
        return List.copyOf(union.values());
    }

    private static List<Object> key(Row job) {
        return List.of(job.date("startDate"), Objects.requireNonNullElse(job.number("seqNumber"), BigInteger.ZERO));
    }
}
