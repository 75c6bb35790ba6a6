package com.example.people;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.UnreadableWorker;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One pass over the file, a page in memory at a time. Its last line says how many there are, so that a cut file is told. */
// sample pages
final class CsvPages implements WorkerPages {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final String LAST_LINE = "END";

    private final String source;
    private final Path export;
    private final int pageSize;
    private final Predicate<String> wanted;
    private final Optional<Watermark> watermark;
    private @Nullable CSVParser parser;
    private @Nullable Iterator<CSVRecord> lines;
    private long read;
    private boolean done;

    CsvPages(String source, Path export, int pageSize, Predicate<String> wanted, Optional<Watermark> watermark) {
        this.source = source;
        this.export = export;
        this.pageSize = pageSize;
        this.wanted = wanted;
        this.watermark = watermark;
    }

    @Override
    public Optional<WorkerPage> next() {
        List<Worker> workers = new ArrayList<>();
        List<UnreadableWorker> unreadable = new ArrayList<>();
        try {
            while (!done && workers.size() + unreadable.size() < pageSize) {
                line(workers, unreadable);
            }
        } catch (IOException | UncheckedIOException broken) {
            throw broken("cannot be read; check that it is there, and its owner", broken);
        }
        return workers.isEmpty() && unreadable.isEmpty()
                ? Optional.empty()
                : Optional.of(new WorkerPage(workers, unreadable, OptionalLong.empty()));
    }

    private void line(List<Worker> workers, List<UnreadableWorker> unreadable) throws IOException {
        Iterator<CSVRecord> open = lines();
        if (!open.hasNext()) {
            throw broken("ends without its last line, so it is cut short or still being written", null);
        }
        CSVRecord line = open.next();
        if (line.get(0).equals(LAST_LINE)) {
            finish(line);
            return;
        }
        read++;
        if (wanted.test(line.get(0))) {
            WorkerRef ref = new WorkerRef(source, line.get(0));
            try {
                workers.add(CsvWorker.read(ref, line));
            } catch (DateTimeException | IllegalArgumentException bad) {
                // This one is kept as a failure; the others go on. The message names no value.
                unreadable.add(new UnreadableWorker(
                        Optional.of(ref),
                        "Line " + line.getRecordNumber() + " has a date that is none, or too few cells"));
            }
        }
    }

    private void finish(CSVRecord last) {
        if (last.size() < 2 || !last.get(1).equals(Long.toString(read))) {
            throw new ProtocolViolation(
                    source, export.getFileName() + " has " + read + " people, and its last line says otherwise");
        }
        done = true;
    }

    private Iterator<CSVRecord> lines() throws IOException {
        if (lines == null) {
            parser = CSVParser.parse(export, StandardCharsets.UTF_8, FORMAT);
            lines = parser.iterator();
        }
        return lines;
    }

    /** Tomorrow's export may be whole, so it is worth another try. */
    private ConnectorException broken(String what, @Nullable Exception cause) {
        return new RetryLater(source, null, export.getFileName() + " " + what, cause);
    }

    @Override
    public Optional<Watermark> watermark() {
        return watermark;
    }

    @Override
    public void close() {
        done = true;
        try {
            if (parser != null) {
                parser.close();
            }
        } catch (IOException ignored) {
            // It was read from, not written to: nothing is lost.
        }
    }
}
// end
