package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists of a run: a row for each element, so that those of one worker can be taken out. */
final class RunItemTable {

    private static final String INSERT = "INSERT INTO tenure_run_item (run_seq, position, part, source, worker,"
            + " system_name, code, amount, total, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Which list an element is of. */
    private enum Part {
        APPLIED,
        FAILED,
        PENDING,
        ABSENT,
        /** The workers of it follow, each as {@link #HELD_WORKER}. */
        HELD,
        HELD_WORKER,
        NOTICE
    }

    private record Item(
            Part part,
            Optional<WorkerRef> worker,
            Optional<String> system,
            Optional<String> code,
            Optional<Integer> amount,
            Optional<Integer> total,
            Optional<String> words) {

        static Item of(Part part, WorkerRef worker) {
            return new Item(
                    part,
                    Optional.of(worker),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    void save(Connection connection, long run, ImportRun amounted) throws SQLException {
        List<Item> items = items(amounted);
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            positions.add(i);
        }
        Sql.batch(connection, INSERT, positions, (parameters, position) -> {
            Item item = items.get(position);
            parameters
                    .number(run)
                    .count(position)
                    .name(item.part())
                    .text(item.worker().map(WorkerRef::source))
                    .text(item.worker().map(WorkerRef::id))
                    .text(item.system())
                    .text(item.code())
                    .count(item.amount())
                    .count(item.total())
                    .text(item.words());
        });
    }

    private static List<Item> items(ImportRun run) {
        List<Item> items = new ArrayList<>();
        run.applied().forEach((kind, count) -> items.add(counted(kind, count)));
        run.failed().forEach(worker -> items.add(Item.of(Part.FAILED, worker)));
        run.pending().forEach(worker -> items.add(Item.of(Part.PENDING, worker)));
        run.absent().forEach(worker -> items.add(Item.of(Part.ABSENT, worker)));
        for (HeldChanges held : run.held()) {
            items.add(new Item(
                    Part.HELD,
                    Optional.empty(),
                    Optional.of(held.target()),
                    Optional.of(held.kind().name()),
                    Optional.of(held.count()),
                    Optional.of(held.of()),
                    Optional.empty()));
            held.workers().forEach(worker -> items.add(Item.of(Part.HELD_WORKER, worker)));
        }
        for (Notice notice : run.notices()) {
            items.add(new Item(
                    Part.NOTICE,
                    notice.worker(),
                    Optional.of(notice.system()),
                    Optional.of(notice.kind().name()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(notice.text())));
        }
        return items;
    }

    private static Item counted(ChangeKind kind, int count) {
        return new Item(
                Part.APPLIED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(kind.name()),
                Optional.of(count),
                Optional.empty(),
                Optional.empty());
    }

    ImportRun complete(Connection connection, long run, ImportRun header) throws SQLException {
        Lists lists = new Lists();
        Sql.list(
                connection,
                "SELECT * FROM tenure_run_item WHERE run_seq = ? ORDER BY position",
                parameters -> parameters.number(run),
                row -> {
                    lists.add(row);
                    return true;
                });
        return ImportRun.builder()
                .id(header.id())
                .kind(header.kind())
                .startedAt(header.startedAt())
                .finishedAt(header.finishedAt())
                .failure(header.failure())
                .read(header.read())
                .unchanged(header.unchanged())
                .applied(lists.applied)
                .failed(lists.failed)
                .pending(lists.pending)
                .held(lists.held)
                .absent(lists.absent)
                .notices(lists.notices)
                .nextTransition(header.nextTransition())
                .build();
    }

    /** The lists of one run while its rows are read. */
    private static final class Lists {

        private final Map<ChangeKind, Integer> applied = new EnumMap<>(ChangeKind.class);
        private final List<WorkerRef> failed = new ArrayList<>();
        private final List<WorkerRef> pending = new ArrayList<>();
        private final List<WorkerRef> absent = new ArrayList<>();
        private final List<HeldChanges> held = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();

        void add(Row row) throws SQLException {
            switch (row.name("part", Part.class)) {
                case APPLIED -> applied.put(row.name("code", ChangeKind.class), row.count("amount"));
                case FAILED -> failed.add(worker(row).orElseThrow());
                case PENDING -> pending.add(worker(row).orElseThrow());
                case ABSENT -> absent.add(worker(row).orElseThrow());
                case HELD ->
                    held.add(new HeldChanges(
                            row.text("system_name"),
                            row.name("code", ChangeKind.class),
                            row.count("amount"),
                            row.count("total"),
                            List.of()));
                case HELD_WORKER -> addToHeld(worker(row).orElseThrow());
                case NOTICE ->
                    notices.add(new Notice(
                            row.name("code", NoticeKind.class),
                            worker(row),
                            row.text("system_name"),
                            row.text("words")));
            }
        }

        private void addToHeld(WorkerRef worker) {
            HeldChanges last = held.remove(held.size() - 1);
            List<WorkerRef> workers = new ArrayList<>(last.workers());
            workers.add(worker);
            held.add(new HeldChanges(last.target(), last.kind(), last.count(), last.of(), workers));
        }

        private static Optional<WorkerRef> worker(Row row) throws SQLException {
            Optional<String> source = row.maybeText("source");
            return source.isEmpty() ? Optional.empty() : Optional.of(new WorkerRef(source.get(), row.text("worker")));
        }
    }
}
