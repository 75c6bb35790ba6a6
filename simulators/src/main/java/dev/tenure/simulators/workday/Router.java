package dev.tenure.simulators.workday;

import dev.tenure.simulators.internal.http.FaultQueue;
import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds out what a request asks, whether it may, and who answers. Safe for use by several threads. */
final class Router {

    private static final String REPORT = "Report";

    private final String tenantName;
    private final String user;
    private final String password;
    private final Optional<String> bearerToken;
    private final Map<String, Service> operations;
    private final Reports reports;
    private final FaultQueue<WorkdayFault> faults = new FaultQueue<>();
    private final Map<String, Integer> calls = new TreeMap<>();

    Router(WorkdaySimulatorBuilder builder, Tenant tenant, Reports reports) {
        this.tenantName = builder.tenant;
        this.user = builder.user;
        this.password = builder.password;
        this.bearerToken = builder.bearerToken;
        GetWorkers workers = new GetWorkers(tenant, builder.fieldOverrides, builder.endsShowEarly);
        Services services = new Services(tenant);
        ChangeContact contacts = new ChangeContact(tenant, builder.phoneDevices);
        this.operations = Map.of(
                "Get_Workers",
                new Service("Get_Workers_Response", workers::answer),
                "Get_Locations",
                new Service("Get_Locations_Response", services::locations),
                "Get_Provisioning_Groups",
                new Service("Provisioning_Groups_Response", services::groups),
                "Get_Server_Timestamp",
                new Service("Server_Timestamp", body -> services.serverTimestamp()),
                "Get_Change_Home_Contact_Information",
                new Service("Get_Change_Home_Contact_Information_Response", contacts::home),
                "Change_Work_Contact_Information",
                new Service("Change_Work_Contact_Information_Response", body -> contacts.answer(body, "Work")),
                "Change_Home_Contact_Information",
                new Service("Change_Home_Contact_Information_Response", body -> contacts.answer(body, "Home")));
        this.reports = reports;
    }

    /** What answers an operation, under which name. */
    private record Service(String response, Function<Node, String> answer) {}

    Set<String> operations() {
        return new TreeSet<>(operations.keySet());
    }

    FaultQueue<WorkdayFault> faults() {
        return faults;
    }

    Map<String, Integer> calls() {
        synchronized (calls) {
            return new TreeMap<>(calls);
        }
    }

    SimReply answer(SimRequest http) {
        String[] steps = http.steps();
        if (steps.length == 6 && steps[2].equals("customreport2")) {
            return withFaults(REPORT, () -> report(http, steps));
        }
        Node envelope;
        try {
            envelope = Node.parse(http.body().toByteArray());
        } catch (IOException malformed) {
            return Soap.fault(SoapFault.validation("The request is not well-formed."));
        }
        Optional<Node> request =
                envelope.at("Body").flatMap(body -> body.all("*").stream().findFirst());
        String operation = request.map(Node::name).map(Router::operation).orElse("");
        return withFaults(operation, () -> reply(http, envelope, request, operation));
    }

    private SimReply withFaults(String operation, Supplier<SimReply> answer) {
        synchronized (calls) {
            calls.merge(operation, 1, Integer::sum);
        }
        Optional<WorkdayFault> fault = faults.take(operation);
        if (fault.isPresent() && !fault.get().answersFirst()) {
            return fault.get().apply(SimReply.empty(200));
        }
        SimReply reply = answer.get();
        return fault.isPresent() ? fault.get().apply(reply) : reply;
    }

    private SimReply report(SimRequest http, String[] steps) {
        if (!isBearer(http) && !isBasic(http)) {
            return SimReply.empty(401);
        }
        return steps[3].equals(tenantName) ? reports.answer(steps[4], steps[5], http) : SimReply.empty(404);
    }

    private boolean isBearer(SimRequest http) {
        return bearerToken.isPresent() && http.header("Authorization").equals(bearerToken.map("Bearer "::concat));
    }

    /** Reports take the user with and without the tenant. */
    private boolean isBasic(SimRequest http) {
        return List.of(user, user + "@" + tenantName).stream()
                .map(name -> (name + ":" + password).getBytes(StandardCharsets.UTF_8))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair))
                .anyMatch(right ->
                        http.header("Authorization").filter(right::equals).isPresent());
    }

    private SimReply reply(SimRequest http, Node envelope, Optional<Node> request, String operation) {
        try {
            String[] steps = http.steps();
            if (steps.length != 5 || !steps[2].equals(tenantName) || !steps[3].equals("Human_Resources")) {
                throw SoapFault.invalidVersion();
            }
            authenticate(http, envelope);
            Node body = request.orElseThrow(() -> SoapFault.validation("The request is empty."));
            String version = steps[4];
            Service service = operations.get(operation);
            if (service == null) {
                throw SoapFault.invalidVersion();
            }
            return Soap.response(service.response(), version, service.answer().apply(body));
        } catch (SoapFault fault) {
            return Soap.fault(fault);
        }
    }

    private static String operation(String element) {
        return element.equals("Server_Timestamp_Get") ? "Get_Server_Timestamp" : element.replaceFirst("_Request$", "");
    }

    private void authenticate(SimRequest http, Node envelope) {
        if (isBearer(http)) {
            return;
        }
        Optional<Node> token = envelope.at("Header", "Security", "UsernameToken");
        boolean right = token.flatMap(each -> each.textAt("Username"))
                        .filter(name -> name.equals(user + "@" + tenantName))
                        .isPresent()
                && token.flatMap(each -> each.textAt("Password"))
                        .filter(password::equals)
                        .isPresent();
        if (!right) {
            throw SoapFault.authentication();
        }
    }
}
