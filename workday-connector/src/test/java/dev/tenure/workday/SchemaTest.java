package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdayFault;
import dev.tenure.simulators.workday.WorkdaySimulator;
import dev.tenure.simulators.workday.Workforce;
import dev.tenure.workday.internal.call.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Every request of the connector and every answer of the simulator validates against Workday's own schema, which stands
 * beside the project or where {@code -Dtenure.reference=DIR} says. Without it the test says so and is skipped.
 */
final class SchemaTest {

    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();
    private final List<byte[]> envelopes = new CopyOnWriteArrayList<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    @AfterEach
    void stop() {
        workday.close();
    }

    @Test
    void everythingOnTheWire_isValid() throws Exception {
        Path file = Path.of(System.getProperty("tenure.reference", "../../shared/reference"))
                .resolve("workday/Human_Resources_v31.2.xsd");
        if (!Files.isRegularFile(file)) {
            String reason = "Workday's schema is not at " + file + "; set tenure.reference to the folder that has it";
            System.out.println("SchemaTest skipped: " + reason);
            assumeTrue(false, reason);
        }
        ReferenceSchema schema = ReferenceSchema.load(file);
        tell();
        List<String> problems = new ArrayList<>();
        Set<String> valid = new TreeSet<>();
        for (byte[] envelope : envelopes) {
            for (Element element : payload(envelope)) {
                problems.addAll(schema.problems(element));
                valid.add(element.getLocalName());
            }
        }
        assertThat(problems).isEmpty();
        assertThat(asked)
                .as("what the connector asked, of what it can ask")
                .containsAll(
                        Arrays.stream(Operation.values()).map(Operation::label).toList());
        assertThat(workday.calls().keySet())
                .as("what the simulator answered, of what it can answer")
                .isEqualTo(workday.operations());
        assertThat(valid)
                .as("a request and a response of each operation, and the detail of faults")
                .hasSize(2 * workday.operations().size() + 1);
    }

    private void tell() {
        OkHttpClient recording =
                new OkHttpClient.Builder().addInterceptor(this::record).build();
        workday.hire(
                "E0", HIRED, edit -> edit.name("Top", "Boss").userName("boss").site(Site.TOKYO));
        builder(recording).build().test();
        people();
        for (DepartmentField department : DepartmentField.values()) {
            WorkdaySource source = builder(recording)
                    .pageSize(3)
                    .departmentFrom(department)
                    .fieldOverrides("Tenure_Field_Overrides")
                    .writeBack(EnumSet.allOf(ContactField.class))
                    .build();
            Instant now = clock.instant();
            source.test();
            source.groups();
            read(source, new WorkerQuery.All(Optional.empty()));
            read(source, new WorkerQuery.All(Optional.of(TODAY.plusDays(14))));
            read(source, new WorkerQuery.ChangedSince(new Watermark("2026-03-01T00:00:00Z"), Optional.empty()));
            read(source, new WorkerQuery.ByIds(Set.of("E1", "C1", "nobody"), Optional.empty()));
            read(
                    source,
                    new WorkerQuery.Terminations(now.minusSeconds(86400), now.plusSeconds(86400), Optional.empty()));
            write(source, Integer.toString(department.name().length() % 10));
        }
        WorkdaySource wrong = WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), "wrong")
                .client(recording)
                .build();
        wrong.test();
        workday.fail("Get_Workers", 1, WorkdayFault.notAuthorized());
        builder(recording).build().test();
    }

    private WorkdaySourceBuilder builder(OkHttpClient recording) {
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .client(recording)
                .listener(event -> asked.add(event.operation()))
                .clock(clock);
    }

    private static void write(WorkdaySource source, String digit) {
        Worker worker;
        try (WorkerPages pages = source.read(new WorkerQuery.ByIds(Set.of("E1"), Optional.empty()))) {
            worker = pages.next().orElseThrow().workers().get(0);
        }
        source.writeBack()
                .orElseThrow()
                .write(
                        worker,
                        Map.of(
                                ContactField.WORK_EMAIL, "new" + digit + "@example.com",
                                ContactField.HOME_EMAIL, "home" + digit + "@example.com",
                                ContactField.WORK_PHONE, "+1 415 555 010" + digit,
                                ContactField.HOME_PHONE, "+44 20 7946 000" + digit,
                                ContactField.MOBILE_PHONE, "+81 90 5550 000" + digit));
    }

    private void people() {
        workday.group("all", "All Staff");
        workday.hire(
                "E1",
                HIRED,
                edit -> edit.name("Ælfgifu", "O'Neill & Söhne <x>")
                        .preferredName("Ælf", "O'Neill")
                        .userName("e1")
                        .timeZone("Asia/Tokyo")
                        .universalId("U-1")
                        .email("e1@example.com")
                        .homeEmail("e1@example.net")
                        .workPhone("+81355501234")
                        .mobilePhone("+819055501234")
                        .homePhone("+819055509999")
                        .title("Engineer")
                        .site(Site.TOKYO)
                        .manager("E0")
                        .supervisoryOrg("Platform")
                        .company("Tenure KK")
                        .costCenter("Cloud")
                        .businessUnit("Products")
                        .field("boolean:remote", "1")
                        .field("string:none", ""));
        workday.assign("E1", "all");
        workday.contract("C1", HIRED, edit -> edit.name("Con", "Tractor").contractEnd(TODAY.plusDays(90)));
        workday.hire("E2", TODAY.plusDays(9), edit -> edit.name("Pre", "Hire"));
        workday.hire("E3", HIRED, edit -> edit.name("Lea", "Ver").site(Site.BERLIN));
        workday.terminate(
                "E3",
                Termination.on(TODAY)
                        .withReason("Terminate_Employee_Involuntary_Harassment")
                        .withSecondaryReasons("Terminate_Employee_Voluntary_Commute"));
        workday.hire("E4", TODAY.plusDays(9), edit -> edit.name("Ne", "Ver"));
        workday.rescindHire("E4");
        workday.rehire("E3", TODAY.plusDays(9));
        Workforce.of(6).hireInto(workday);
    }

    private Response record(Interceptor.Chain chain) throws IOException {
        Buffer request = new Buffer();
        if (chain.request().body() != null) {
            chain.request().body().writeTo(request);
            envelopes.add(request.readByteArray());
        }
        Response response = chain.proceed(chain.request());
        envelopes.add(response.peekBody(1 << 22).bytes());
        return response;
    }

    /** The first child of the body, or of a fault's detail. */
    private static List<Element> payload(byte[] envelope) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(envelope))
                .getDocumentElement();
        List<Element> found = new ArrayList<>();
        for (Element part : children(root)) {
            if (part.getLocalName().equals("Body")) {
                for (Element payload : children(part)) {
                    if (!payload.getLocalName().equals("Fault")) {
                        found.add(payload);
                        continue;
                    }
                    children(payload).stream()
                            .filter(child -> child.getLocalName().equals("detail"))
                            .forEach(detail -> found.addAll(children(detail)));
                }
            }
        }
        return found;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static void read(WorkdaySource source, WorkerQuery query) {
        try (WorkerPages pages = source.read(query)) {
            while (pages.next().isPresent()) {
                // All that counts is what goes over the wire.
            }
        }
    }
}
