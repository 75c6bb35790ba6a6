package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.function.Function;

/** Reads what a step asks the engine for. */
final class ActionReader {

    private static final Map<String, ImportKind> IMPORTS =
            Map.of("FULL", ImportKind.FULL, "INCREMENTAL", ImportKind.INCREMENTAL);

    private static final Set<String> BY_A_PERSON = Set.of("confirm", "reject", "link");

    private ActionReader() {}

    static Action read(Node node) {
        if (node.fields().size() != 1) {
            throw node.error(
                    "exactly one thing to do was expected, not " + node.fields().keySet());
        }
        Entry<String, Node> only = node.fields().entrySet().iterator().next();
        return new Action(
                only.getKey() + " " + only.getValue(),
                BY_A_PERSON.contains(only.getKey()),
                run(only.getKey(), only.getValue()));
    }

    private static Function<LifecycleEngine, ImportRun> run(String name, Node node) {
        switch (name) {
            case "import" -> {
                ImportKind kind = node.oneOf(IMPORTS);
                return engine -> engine.run(kind);
            }
            case "realTime" -> {
                List<WorkerRef> workers = workers(node);
                return engine -> engine.realTime(workers);
            }
            case "tick" -> {
                requireTrue(node);
                return LifecycleEngine::advance;
            }
            case "confirm" -> {
                List<WorkerRef> workers = workers(node);
                return engine -> engine.confirm(workers);
            }
            case "reject" -> {
                List<WorkerRef> workers = workers(node);
                return engine -> engine.reject(workers);
            }
            case "link" -> {
                node.knowing("worker", "user");
                WorkerRef worker = worker(node.require("worker"));
                String login = node.require("user").text();
                return engine -> engine.link(worker, ScenarioWorld.TARGET, login);
            }
            case "approve" -> {
                requireTrue(node);
                return LifecycleEngine::approve;
            }
            case "discard" -> {
                requireTrue(node);
                return LifecycleEngine::discard;
            }
            case "writeBack" -> {
                node.oneOf(Map.of("FORCE", "FORCE"));
                return LifecycleEngine::forceWriteBack;
            }
            default ->
                throw node.error(
                        "unknown thing to do; known are import, realTime, tick, confirm, reject, link, approve, discard,"
                                + " writeBack");
        }
    }

    private static List<WorkerRef> workers(Node node) {
        return node.elements().stream().map(ActionReader::worker).toList();
    }

    private static WorkerRef worker(Node node) {
        return new WorkerRef(ScenarioWorld.SOURCE, node.text());
    }

    private static void requireTrue(Node node) {
        if (!node.truth()) {
            throw node.error("true was expected");
        }
    }
}
