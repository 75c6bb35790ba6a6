package com.example.host;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Says in the log what is done: references and names of attributes, and no value of a person. */
final class RunLog implements LifecycleListener {

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private final String host;

    RunLog(String host) {
        this.host = host;
    }

    @Override
    public void started(String run, ImportKind kind, Instant at) {
        LOG.atInfo()
                .addKeyValue("event", "run.started")
                .addKeyValue("host", host)
                .addKeyValue("run", run)
                .addKeyValue("kind", kind)
                .log("Run started");
    }

    @Override
    public void changed(Change change, JournalEntry entry) {
        LOG.atLevel(entry.outcome() == OutcomeKind.FAILED ? Level.WARN : Level.INFO)
                .addKeyValue("event", "change")
                .addKeyValue("host", host)
                .addKeyValue("run", entry.run())
                .addKeyValue("kind", entry.kind())
                .addKeyValue("outcome", entry.outcome())
                .addKeyValue("system", entry.system())
                .addKeyValue("worker", entry.worker().map(Object::toString).orElse(""))
                .addKeyValue("attributes", String.join(",", entry.attributes()))
                .addKeyValue("rule", entry.rule())
                .log(entry.reason());
    }

    @Override
    public void noticed(String run, Notice notice) {
        LOG.atInfo()
                .addKeyValue("event", "notice")
                .addKeyValue("host", host)
                .addKeyValue("run", run)
                .addKeyValue("kind", notice.kind())
                .addKeyValue("worker", notice.worker().map(Object::toString).orElse(""))
                .log(notice.text());
    }

    @Override
    public void finished(ImportRun run) {
        LOG.atLevel(run.succeeded() && run.failed().isEmpty() && run.held().isEmpty() ? Level.INFO : Level.WARN)
                .addKeyValue("event", "run.finished")
                .addKeyValue("host", host)
                .addKeyValue("run", run.id())
                .addKeyValue("kind", run.kind())
                .addKeyValue("read", run.read())
                .addKeyValue("unchanged", run.unchanged())
                .addKeyValue("applied", run.applied())
                .addKeyValue("failed", run.failed().size())
                .addKeyValue("pending", run.pending().size())
                .addKeyValue("held", run.held().size())
                .addKeyValue(
                        "nextTransition",
                        run.nextTransition().map(Object::toString).orElse(""))
                .log(run.failure().orElse("Run finished"));
    }
}
