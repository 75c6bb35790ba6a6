package dev.tenure.benchmarks.start;

import dev.tenure.benchmarks.core.FileTarget;
import dev.tenure.benchmarks.workday.MemoryTenant;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ImportKind;
import java.nio.file.Files;

/** Starts an engine, plans the import of one worker, and says what that took. */
public final class FirstPlan {

    private FirstPlan() {}

    /**
     * Plans.
     *
     * @param arguments none
     * @throws Exception if there is no plan
     */
    public static void main(String[] arguments) throws Exception {
        try (FileTarget target = new FileTarget(Files.createTempFile("benchmark", "accounts"))) {
            LifecycleEngine engine = LifecycleEngine.builder()
                    .source(MemoryTenant.keeping(1, 200).source())
                    .target(target)
                    .mapping(DefaultMappings.hrToOkta())
                    .store(new InMemoryStore())
                    .clock(() -> MemoryTenant.NOW)
                    .build();
            if (engine.plan(ImportKind.FULL).changes().isEmpty()) {
                throw new IllegalStateException("Nothing is planned");
            }
        }
        Spent.print();
        System.exit(0);
    }
}
