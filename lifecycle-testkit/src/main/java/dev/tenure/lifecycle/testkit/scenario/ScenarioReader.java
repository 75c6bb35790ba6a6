package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a scenario, strictly: whatever it does not know fails it, with the place. */
final class ScenarioReader {

    private static final Map<String, Fault.Effect> ERRORS =
            Map.of("UNAVAILABLE", Fault.Effect.UNAVAILABLE, "INVALID_VALUE", Fault.Effect.INVALID_VALUE);

    private ScenarioReader() {}

    static Scenario read(String json) {
        return read(Node.parse(json));
    }

    static Scenario read(Node node) {
        node.knowing("id", "why", "policy", "mapping", "target", "steps");
        return new Scenario(
                node.require("id").text(),
                node.some("why").map(Node::text).orElse(""),
                PolicyReader.read(node.require("policy")),
                mapping(node.some("mapping").map(Node::elements).orElse(List.of())),
                node.some("target").map(TargetReader::before).orElse(TargetChange.NONE),
                node.require("steps").elements().stream()
                        .map(ScenarioReader::step)
                        .toList());
    }

    private static AttributeMapping mapping(List<Node> rows) {
        AttributeMapping.Builder mapping = AttributeMapping.builder().addAll(DefaultMappings.hrToOkta());
        for (Node row : rows) {
            row.knowing("attribute", "expression");
            mapping.row(
                    row.require("attribute").text(), row.require("expression").text());
        }
        return mapping.build();
    }

    private static Step step(Node node) {
        node.knowing("at", "hr", "target", "faults", "do", "expect");
        return new Step(
                node.require("at").instant(),
                node.some("hr").map(ScenarioReader::hr).orElse(HrChange.NONE),
                node.some("target").map(TargetReader::change).orElse(TargetChange.NONE),
                node.some("faults").map(Node::elements).orElse(List.of()).stream()
                        .map(ScenarioReader::fault)
                        .toList(),
                ActionReader.read(node.require("do")),
                ExpectationReader.read(node.require("expect")));
    }

    private static HrChange hr(Node node) {
        node.knowing("put", "remove", "groups", "effectiveDatedOnly");
        return new HrChange(
                node.some("put").map(Node::elements).orElse(List.of()).stream()
                        .map(WorkerReader::read)
                        .toList(),
                node.some("effectiveDatedOnly")
                        .map(ids -> Set.copyOf(ids.texts()))
                        .orElse(Set.of()),
                node.some("remove").map(Node::texts).orElse(List.of()),
                node.some("groups")
                        .map(groups -> groups.elements().stream()
                                .map(ScenarioReader::group)
                                .toList()));
    }

    private static ProvisioningGroup group(Node node) {
        node.knowing("id", "name");
        return new ProvisioningGroup(
                node.require("id").text(), node.require("name").text());
    }

    private static Fault fault(Node node) {
        node.knowing("op", "user", "times", "error");
        Fault fault = Fault.of(
                        node.require("op").oneOf(ChangeKind.class),
                        node.require("error").oneOf(ERRORS))
                .times(node.some("times").map(ScenarioReader::times).orElse(Fault.ALWAYS));
        return node.some("user").map(user -> fault.on(user.text())).orElse(fault);
    }

    private static int times(Node node) {
        return node.toString().equals("'ALL'") ? Fault.ALWAYS : node.integer();
    }
}
