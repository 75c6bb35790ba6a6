package com.example.people;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.SourceDescription;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the people that an HR system exports as a CSV file every night. */
// sample source
public final class CsvHrSource implements HrSource {

    private static final Watermark NO_CHANGES_KNOWN = new Watermark("none");

    private final String name;
    private final Path export;
    private final int pageSize;

    public CsvHrSource(String name, Path export, int pageSize) {
        this.name = name;
        this.export = export;
        this.pageSize = pageSize;
    }

    @Override
    public String name() {
        return name;
    }

    /** What a mapping may ask for: with a schema, a misspelt name is refused when the engine is built. */
    @Override
    public SourceDescription describe() {
        List<AttributeDefinition> attributes = CsvWorker.ATTRIBUTES.keySet().stream()
                .map(attribute -> AttributeDefinition.of(attribute, AttributeType.STRING))
                .toList();
        return new SourceDescription(Optional.of(AttributeSchema.of(attributes)), true);
    }

    /** Reads the whole export, since it is cut short at its end if at all. */
    @Override
    public ConnectionReport test() {
        String feature = "read the export";
        try (WorkerPages pages = read(new WorkerQuery.All(Optional.empty()))) {
            while (pages.next().isPresent()) {
                // Only whether it can be read is asked.
            }
            return new ConnectionReport(List.of(new ConnectionReport.Check(feature, Optional.empty())));
        } catch (ConnectorException found) {
            return new ConnectionReport(List.of(ConnectionReport.Check.failed(feature, found)));
        }
    }

    /** A file knows no changes, so all but a read by id returns everybody: more than was asked for is allowed, less never. */
    @Override
    public WorkerPages read(WorkerQuery query) {
        if (query instanceof WorkerQuery.ByIds some) {
            return new CsvPages(name, export, pageSize, some.ids()::contains, Optional.empty());
        }
        boolean moves = query instanceof WorkerQuery.All || query instanceof WorkerQuery.ChangedSince;
        return new CsvPages(
                name, export, pageSize, id -> true, moves ? Optional.of(NO_CHANGES_KNOWN) : Optional.empty());
    }
}
// end
