package dev.tenure.lifecycle.testkit.contract;

import static dev.tenure.lifecycle.testkit.contract.SampleState.worker;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sources that read wrong facts or write back wrongly. */
final class SourceFactsMutants extends SourceMutants {

    Mutant sourceThatLeavesOutEmptyAttributes() {
        return wrongWorkers("m6_attributeThatHrRemoved_isReadAndEmpty", "missing means 'not read'", worker -> {
            Attributes.Builder some = Attributes.builder();
            worker.attributes().asMap().forEach((name, value) -> {
                if (!value.isNull()) {
                    some.put(name, value);
                }
            });
            return new Worker(worker.ref(), worker.employment(), some.build(), worker.groups());
        });
    }

    Mutant sourceThatLosesCharacters() {
        return wrongWorkers("m9_text_arrivesAsHrHasIt", "lost characters", worker -> {
            Attributes.Builder some = worker.attributes().toBuilder();
            worker.attributes()
                    .text("lastName")
                    .ifPresent(name -> some.put("lastName", AttributeValue.of(name.replaceAll("[^\\x20-\\x7e]", "?"))));
            return new Worker(worker.ref(), worker.employment(), some.build(), worker.groups());
        });
    }

    Mutant sourceWhoseUnreadGroupsLookLikeNone() {
        return wrong(
                "g2_worker_hasItsGroups_andNoneIsNotTheSameAsNotRead",
                "nothing is known",
                real -> new DelegatingSource(real) {
                    @Override
                    public Optional<List<ProvisioningGroup>> groups() {
                        return Optional.empty();
                    }
                });
    }

    Mutant sourceThatWritesBackMoreThanItIsTold() {
        return wrong(
                "f1_write_makesHrHaveTheValues_andLeavesTheOthers",
                "must stay as it is",
                real -> new DelegatingSource(real) {
                    @Override
                    public Optional<ContactWriteBack> writeBack() {
                        return super.writeBack().map(back -> new ContactWriteBack() {
                            @Override
                            public Set<ContactField> fields() {
                                return back.fields();
                            }

                            @Override
                            public void write(Worker worker, Map<ContactField, String> values) {
                                Map<ContactField, String> all = new EnumMap<>(ContactField.class);
                                back.fields().forEach(field -> all.put(field, ""));
                                all.putAll(values);
                                back.write(worker, all);
                            }
                        });
                    }
                });
    }

    Mutant sourceWhoseDatesAreADayOff() {
        return wrongWorkers(
                "worker_hasTheFactsThatHrHas",
                "hireDate",
                worker -> new Worker(
                        worker.ref(),
                        Employment.builder()
                                .from(worker.employment())
                                .hireDate(worker.employment().hireDate().map(day -> day.minusDays(1)))
                                .build(),
                        worker.attributes(),
                        worker.groups()));
    }

    Mutant sourceThatLeavesOutEmptyGroups() {
        return wrong(
                "g1_groups_areAllThatHrHas_withOrWithoutMembers", "complete list", real -> new DelegatingSource(real) {
                    @Override
                    public Optional<List<ProvisioningGroup>> groups() {
                        return super.groups().map(all -> all.stream().limit(1).toList());
                    }
                });
    }

    Mutant sourceThatRefusesToWriteTheSame() {
        return wrong(
                "f3_write_calledAgainWithTheSame_succeedsAndChangesNothing",
                "threw",
                real -> new DelegatingSource(real) {
                    private int writes;

                    @Override
                    public Optional<ContactWriteBack> writeBack() {
                        return super.writeBack().map(back -> new ContactWriteBack() {
                            @Override
                            public Set<ContactField> fields() {
                                return back.fields();
                            }

                            @Override
                            public void write(Worker worker, Map<ContactField, String> values) {
                                if (writes++ > 0) {
                                    throw new IllegalStateException("nothing to write");
                                }
                                back.write(worker, values);
                            }
                        });
                    }
                });
    }
}
