package dev.tenure.workday.internal.read;

import dev.tenure.http.Urgency;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.workday.internal.call.ReportClient;
import dev.tenure.workday.internal.translate.Keys;
import dev.tenure.workday.internal.translate.ReportTable;
import dev.tenure.workday.internal.wire.ReportQuery;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of custom reports during one read (rule M8). A read of many workers asks for each report once and whole,
 * when the first worker comes up; a read of certain workers asks once for each, where the report can be limited to one, and
 * else not at all. They are as of today whatever the read (rule B4). For one thread.
 */
final class Reports {

    private final ReportClient client;
    private final String system;
    private final List<ReportSettings> reports;
    private final boolean single;
    private final Map<ReportSettings, ReportTable> whole = new HashMap<>();

    Reports(ReportClient client, String system, List<ReportSettings> reports, boolean single) {
        this.client = client;
        this.system = system;
        this.reports = reports;
        this.single = single;
    }

    /** Adds what the reports have of workers to their profiles, which stand in the same order. */
    void join(List<WorkerRecord> workers, List<Attributes> profiles) {
        if (workers.isEmpty()) {
            return;
        }
        for (ReportSettings report : reports) {
            for (ReportTable table : single ? ofEach(report, workers) : List.of(ofAll(report))) {
                for (int i = 0; i < workers.size(); i++) {
                    profiles.set(i, table.joined(workers.get(i), profiles.get(i)));
                }
            }
        }
    }

    private ReportTable ofAll(ReportSettings report) {
        ReportTable known = whole.get(report);
        if (known != null) {
            return known;
        }
        ReportTable table = read(report, report.query());
        whole.put(report, table);
        return table;
    }

    private List<ReportTable> ofEach(ReportSettings report, List<WorkerRecord> workers) {
        List<ReportTable> tables = new ArrayList<>();
        for (WorkerRecord worker : workers) {
            String prompt = report.workerPrompt().orElse("");
            String id = Keys.of(worker, prompt.endsWith("!WID")).orElse("");
            if (!prompt.isEmpty() && !id.isEmpty()) {
                Map<String, String> prompts = new LinkedHashMap<>(report.query().prompts());
                prompts.put(prompt, id);
                ReportQuery one = report.query();
                tables.add(read(
                        report, new ReportQuery(one.owner(), one.name(), one.json(), prompts, one.tenantInUser())));
            }
        }
        return tables;
    }

    private ReportTable read(ReportSettings report, ReportQuery query) {
        ReportTable table = new ReportTable(report.keyColumn(), report.columns());
        client.read(query, single ? Urgency.URGENT : Urgency.BULK, row -> {
            table.add(row);
            return true;
        });
        if (table.lacksKey()) {
            throw lacksKey(system, report);
        }
        return table;
    }

    /** Without the key nobody would have an attribute, and nobody would know why. */
    static ProtocolViolation lacksKey(String system, ReportSettings report) {
        return new ProtocolViolation(
                system,
                system + ": read report '" + report.query().name() + "' failed: no row has the column '"
                        + report.keyColumn()
                        + "'; give the column with the worker's id that alias, or set 'withKeyColumn'");
    }
}
