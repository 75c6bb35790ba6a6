package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.WorkerKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workers: where they stand and the facts of the employment. Their accounts are in {@link AccountTable}. */
final class WorkerTable {

    private static final String FACTS = "state = ?, next_transition = ?, end_seen_at = ?, kind = ?, active = ?,"
            + " has_account = ?, universal_id = ?, hire_date = ?, first_day_of_work = ?, termination_date = ?,"
            + " last_day_of_work = ?, inactive_since = ?, primary_reason = ?, secondary_reasons = ?,"
            + " preferred_time_zone = ?, location_time_zone = ?, timeline = ?";

    private static final String UPDATE =
            "UPDATE tenure_worker SET " + FACTS + ", version = version + 1 WHERE source = ? AND id = ? AND version = ?";

    private static final String INSERT = "INSERT INTO tenure_worker (state, next_transition, end_seen_at, kind, active,"
            + " has_account, universal_id, hire_date, first_day_of_work, termination_date, last_day_of_work,"
            + " inactive_since, primary_reason, secondary_reasons, preferred_time_zone, location_time_zone, timeline,"
            + " source, id, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";

    private static final String SELECT =
            "SELECT w.* FROM " + Sql.WANTED + " JOIN tenure_worker w ON w.source = ? AND w.id = wanted.name";

    private final AccountTable accounts = new AccountTable();

    Map<WorkerRef, WorkerState> load(Connection connection, Collection<WorkerRef> refs) throws SQLException {
        Map<WorkerRef, WorkerState> found = new HashMap<>();
        for (Map.Entry<String, List<String>> some : Refs.bySource(refs).entrySet()) {
            Map<String, Map<String, AccountState>> known = accounts.load(connection, some.getKey(), some.getValue());
            Sql.list(
                            connection,
                            SELECT,
                            parameters -> parameters.texts(some.getValue()).text(some.getKey()),
                            row -> state(row, known.getOrDefault(row.text("id"), Map.of())))
                    .forEach(state -> found.put(state.ref(), state));
        }
        return found;
    }

    Optional<Instant> nextTransition(Connection connection) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT MIN(next_transition) AS earliest FROM tenure_worker",
                        parameters -> {},
                        row -> row.maybeInstant("earliest"))
                .get(0);
    }

    /** The workers come in the order of their references, so that two saves wait for each other and never in a ring. */
    void save(Connection connection, List<WorkerState> states) throws SQLException {
        List<WorkerState> known =
                states.stream().filter(state -> state.version() > 0).toList();
        List<Integer> changed = Sql.batch(connection, UPDATE, known, (parameters, state) -> {
            facts(parameters, state);
            parameters.text(state.ref().source()).text(state.ref().id()).number(state.version());
        });
        for (int i = 0; i < known.size(); i++) {
            if (changed.get(i) == 0) {
                throw new StaleStateException(known.get(i).ref());
            }
        }
        insert(connection, states.stream().filter(state -> state.version() == 0).toList());
        accounts.replace(connection, known, states);
    }

    private static void insert(Connection connection, List<WorkerState> states) throws SQLException {
        try {
            Sql.batch(connection, INSERT, states, (parameters, state) -> {
                facts(parameters, state);
                parameters.text(state.ref().source()).text(state.ref().id());
            });
        } catch (SQLException problem) {
            if (SqlStates.isUniqueViolation(problem)) {
                throw new Taken(states);
            }
            throw problem;
        }
    }

    /** A worker who was to be new is there already, or an account is another worker's. */
    static final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<WorkerState> candidates;

        Taken(List<WorkerState> candidates) {
            super("Taken in the meantime");
            this.candidates = List.copyOf(candidates);
        }

        List<WorkerState> candidates() {
            return candidates;
        }
    }

    private static void facts(Parameters parameters, WorkerState state) throws SQLException {
        Employment employment = state.employment();
        parameters
                .name(state.state())
                .instant(state.nextTransition())
                .instant(state.endSeenAt())
                .name(employment.kind())
                .flag(employment.active())
                .flag(employment.hasAccount())
                .text(employment.universalId())
                .date(employment.hireDate())
                .date(employment.firstDayOfWork())
                .date(employment.terminationDate())
                .date(employment.lastDayOfWork())
                .date(employment.inactiveSince())
                .text(employment.primaryReason())
                .texts(employment.secondaryReasons())
                .text(employment.preferredTimeZone())
                .text(employment.locationTimeZone())
                .texts(employment.timeline().stream().map(WorkerTable::text).toList());
    }

    private static WorkerState state(Row row, Map<String, AccountState> accounts) throws SQLException {
        Employment employment = Employment.builder()
                .kind(row.name("kind", WorkerKind.class))
                .active(row.flag("active"))
                .hasAccount(row.flag("has_account"))
                .universalId(row.maybeText("universal_id"))
                .hireDate(row.maybeDate("hire_date"))
                .firstDayOfWork(row.maybeDate("first_day_of_work"))
                .terminationDate(row.maybeDate("termination_date"))
                .lastDayOfWork(row.maybeDate("last_day_of_work"))
                .inactiveSince(row.maybeDate("inactive_since"))
                .primaryReason(row.maybeText("primary_reason"))
                .secondaryReasons(row.texts("secondary_reasons"))
                .preferredTimeZone(row.maybeText("preferred_time_zone"))
                .locationTimeZone(row.maybeText("location_time_zone"))
                .timeline(row.texts("timeline").stream().map(WorkerTable::event).toList())
                .build();
        return new WorkerState(
                new WorkerRef(row.text("source"), row.text("id")),
                row.number("version"),
                employment,
                row.name("state", LifecycleState.class),
                row.maybeInstant("next_transition"),
                row.maybeInstant("end_seen_at"),
                accounts);
    }

    private static String text(EmploymentEvent event) {
        return event.on() + " " + event.kind().name()
                + event.timeZone().map(zone -> " " + zone).orElse("");
    }

    private static EmploymentEvent event(String text) {
        String[] parts = text.split(" ", 3);
        return new EmploymentEvent(
                EmploymentEvent.Kind.valueOf(parts[1]),
                LocalDate.parse(parts[0]),
                parts.length < 3 ? Optional.empty() : Optional.of(parts[2]));
    }
}
