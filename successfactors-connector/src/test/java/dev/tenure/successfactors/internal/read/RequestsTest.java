package dev.tenure.successfactors.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.simulators.successfactors.SeenRequest;
import dev.tenure.simulators.successfactors.SuccessFactorsSimulator;
import dev.tenure.successfactors.SuccessFactorsSource;
import dev.tenure.successfactors.internal.wire.Metadata;
import dev.tenure.successfactors.internal.wire.UnreadableAnswerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.Test;

/**
 * Every entity and property that the connector asks for is one of the real metadata, of which an extract stands beside the
 * project or where {@code -Dtenure.reference=DIR} says. Without it the test says so and is skipped.
 */
final class RequestsTest {

    private static final Map<String, String> NAVIGATIONS = Map.of(
            "personalInfoNav", "PerPersonal",
            "employmentNav", "EmpEmployment",
            "userNav", "User",
            "managerUserNav", "User",
            "emailNav", "PerEmail",
            "phoneNav", "PerPhone",
            "departmentNav", "FODepartment",
            "emplStatusNav", "PicklistOption",
            "picklistOptions", "PicklistOption");

    /** Named by the facts, and not in the extract. */
    private static final Set<String> BEYOND = Set.of("EmpEmployment/employmentId");

    private static final Pattern PROPERTY = Pattern.compile("\\b([A-Za-z]\\w*) (?:eq|ne|gt|ge|lt|le|in)\\b");

    @Test
    void whatIsWanted_isInTheMetadata() throws IOException, UnreadableAnswerException {
        Metadata metadata = metadata();
        List<String> unknown = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            Stream.concat(entity.required().stream(), entity.wanted().stream())
                    .filter(name -> !metadata.of(entity.entityName()).contains(name))
                    .map(name -> entity.entityName() + "/" + name)
                    .filter(name -> !BEYOND.contains(name))
                    .forEach(unknown::add);
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void whatIsAskedFor_isInTheMetadata() throws IOException, UnreadableAnswerException {
        Metadata metadata = metadata();
        List<String> unknown = new ArrayList<>();
        List<SeenRequest> requests = requests();
        for (SeenRequest request : requests) {
            String entity = request.path().substring("/odata/v2/".length()).replaceAll("[(/].*", "");
            for (String path : request.query().getOrDefault("$select", "").split(",", -1)) {
                check(metadata, entity, path, unknown);
            }
            PROPERTY.matcher(request.query().getOrDefault("$filter", "").replaceAll("'[^']*'", "''"))
                    .results()
                    .forEach(found -> check(metadata, entity, found.group(1), unknown));
        }
        assertThat(requests).hasSizeGreaterThan(20);
        assertThat(unknown).isEmpty();
    }

    private static void check(Metadata metadata, String entity, String path, List<String> unknown) {
        String at = entity;
        for (String step : path.split("/", -1)) {
            String target = NAVIGATIONS.get(step);
            if (target == null && !step.isEmpty() && !metadata.of(at).isEmpty()) {
                String name = at + "/" + step;
                if (!metadata.of(at).contains(step) && !BEYOND.contains(name) && !step.endsWith("Nav")) {
                    unknown.add(name);
                }
            }
            at = target == null ? (step.endsWith("Nav") ? "" : at) : target;
        }
    }

    private static List<SeenRequest> requests() {
        Instant now = Instant.parse("2026-03-02T18:00:00Z");
        try (SuccessFactorsSimulator hr = SuccessFactorsSimulator.start(() -> now)) {
            hr.hire("p1", LocalDate.of(2024, 1, 8), edit -> edit.name("A", "B").email("a@b.test"));
            hr.hire("p2", LocalDate.of(2027, 1, 8), edit -> edit.name("C", "D").email("c@d.test"));
            SuccessFactorsSource source = SuccessFactorsSource.builder(hr.endpoint())
                    .credentials(hr.company(), hr.user(), hr.password())
                    .writeBack(Set.of(ContactField.WORK_EMAIL, ContactField.WORK_PHONE))
                    .clock(() -> now)
                    .build();
            Watermark watermark =
                    read(source, new WorkerQuery.All(Optional.empty())).get();
            read(source, new WorkerQuery.ChangedSince(watermark, Optional.empty()));
            read(source, new WorkerQuery.Terminations(now, now.plus(Duration.ofDays(1)), Optional.empty()));
            read(source, new WorkerQuery.ByIds(Set.of("p1"), Optional.empty()));
            source.test();
            try (WorkerPages pages = source.read(new WorkerQuery.ByIds(Set.of("p1"), Optional.empty()))) {
                Worker worker = pages.next().orElseThrow().workers().get(0);
                source.writeBack().orElseThrow().write(worker, Map.of(ContactField.WORK_EMAIL, "new@b.test"));
            }
            return hr.requests();
        }
    }

    private static Optional<Watermark> read(SuccessFactorsSource source, WorkerQuery query) {
        try (WorkerPages pages = source.read(query)) {
            while (pages.next().isPresent()) {
                // To the end.
            }
            return pages.watermark();
        }
    }

    private static Metadata metadata() throws IOException, UnreadableAnswerException {
        Path file = Path.of(System.getProperty("tenure.reference", "../../shared/reference"))
                .resolve("successfactors/metadata-cut.edmx");
        if (!Files.isRegularFile(file)) {
            String reason = "the metadata are not at " + file + "; set tenure.reference to the folder that has them";
            System.out.println("RequestsTest skipped: " + reason);
            assumeTrue(false, reason);
        }
        return Metadata.parse(ByteString.of(Files.readAllBytes(file)));
    }
}
