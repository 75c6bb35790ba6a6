package com.example.people;

import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.testkit.contract.HrSourceFixture;
import dev.tenure.lifecycle.testkit.contract.Interruption;
import dev.tenure.lifecycle.testkit.contract.SampleWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

// sample source-fixture
final class CsvFixture implements HrSourceFixture {

    private static final String HEADER =
            "id,login,email,first_name,last_name,mobile,title,hired,ends,active,time_zone,reason";

    private final Map<String, String> lines = new TreeMap<>();
    private final Path folder = temporaryFolder();
    private final Path export = folder.resolve("people.csv");
    private final HrSource source = new CsvHrSource("csv", export, 2);

    CsvFixture() {
        write();
    }

    @Override
    public HrSource source() {
        return source;
    }

    @Override
    public int pageSize() {
        return 2;
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-03-02T09:00:00Z");
    }

    @Override
    public void put(SampleWorker worker) {
        String login = worker.id() + "@example.com";
        lines.put(
                worker.id(),
                String.join(
                        ",",
                        worker.id(),
                        login,
                        login,
                        worker.firstName(),
                        worker.lastName(),
                        worker.mobilePhone().orElse(""),
                        "Analyst",
                        worker.hireDate().toString(),
                        worker.terminationDate().map(LocalDate::toString).orElse(""),
                        "yes",
                        "",
                        ""));
        write();
    }

    @Override
    public void remove(String id) {
        lines.remove(id);
        write();
    }

    /** A read that cannot be finished: the file ends in the middle. What is busy for once, a file cannot be. */
    @Override
    public boolean interrupt(int page, Interruption how) {
        if (how == Interruption.BUSY) {
            return false;
        }
        List<String> whole = content();
        store(whole.subList(0, Math.min(1 + (page - 1) * pageSize(), whole.size() - 1)));
        return true;
    }

    @Override
    public Optional<HrSource> unreachable() {
        return Optional.of(new CsvHrSource("csv", folder.resolve("not-there.csv"), 2));
    }

    private List<String> content() {
        List<String> content = new ArrayList<>(List.of(HEADER));
        content.addAll(lines.values());
        content.add("END," + lines.size());
        return content;
    }

    private void write() {
        store(content());
    }

    private void store(List<String> content) {
        try {
            Files.write(export, content, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("people");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(export);
            Files.delete(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
// end
