package dev.tenure.lifecycle.internal.run.assemble;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.internal.plan.AccountPlan;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets the accounts of a record that ended go over to another one of the same person (rule D2). */
final class Takeover {

    private final Assembler assembler;
    private final List<TargetBinding> bindings;
    private final LeftOut leftOut;

    Takeover(Assembler assembler, List<TargetBinding> bindings, LeftOut leftOut) {
        this.assembler = assembler;
        this.bindings = bindings;
        this.leftOut = leftOut;
    }

    /** A record that has no account yet, but for those that it took over before a run was cut off (S4). */
    boolean isFree(Subject record, Subject ended) {
        return bindings.stream()
                .map(TargetBinding::name)
                .noneMatch(target ->
                        record.link(target).isPresent() && ended.link(target).isPresent());
    }

    /**
     * Plans for all records of a person.
     *
     * @param ended whose accounts go over
     * @param successor to whom, and who is in charge from now on
     * @param keepsActive whether they are not closed in between
     * @param records all records
     * @param read those that this run has read
     */
    List<SubjectPlan> plan(
            Subject ended,
            Subject successor,
            boolean keepsActive,
            List<Subject> records,
            Map<WorkerRef, Subject> read) {
        Map<String, SubjectPlan.TargetPlan> ofEnded = new LinkedHashMap<>();
        Map<String, SubjectPlan.TargetPlan> ofSuccessor = new LinkedHashMap<>();
        for (TargetBinding binding : bindings) {
            Optional<Link> link = ended.link(binding.name());
            Optional<Account> account = link.flatMap(known -> assembler.observe(binding, known.account()));
            boolean removed = account.isEmpty() && binding.planner().atTheEnd().removesAccounts();
            if (link.isEmpty() || removed) {
                ofSuccessor.put(binding.name(), assembler.plan(successor, binding));
                // What had failed there for the record that ended is over.
                ofEnded.put(binding.name(), leftOut.at(ended, binding));
                continue;
            }
            AccountStatus status = account.map(Account::status)
                    .filter(seen -> !binding.planner().atTheEnd().wasSuspendedHere(link.get(), seen))
                    .orElse(link.get().status());
            boolean closes = !keepsActive && binding.planner().atTheEnd().closes(status);
            if (closes) {
                ofEnded.put(
                        binding.name(), SubjectPlan.TargetPlan.of(closing(ended, binding, link.get(), account), true));
                status = binding.planner().atTheEnd().closedStatus();
            }
            Link comesOver = closes || status == AccountStatus.DEACTIVATED
                    ? binding.planner().atTheEnd().closed(link.get())
                    : link.get().withStatus(status);
            SubjectPlan.TargetPlan planned = assembler.planTakeover(ended, successor, binding, comesOver, status);
            List<Step> steps = new ArrayList<>();
            steps.add(new Step(
                    Change.builder(
                                    ChangeKind.LINK,
                                    binding.name(),
                                    "D2",
                                    "takes over the account of the record that ended, " + ended.ref())
                            .worker(successor.ref())
                            .account(link.get().account())
                            .login(account.map(Account::login))
                            .build(),
                    (before, nothing) -> planned.plan().note(comesOver)));
            steps.addAll(planned.plan().steps());
            AccountPlan whole = new AccountPlan(
                    steps,
                    planned.plan().pending(),
                    Optional.empty(),
                    planned.plan().quietly(),
                    planned.plan().groups(),
                    planned.plan().held());
            ofSuccessor.put(
                    binding.name(),
                    new SubjectPlan.TargetPlan(
                            whole,
                            Optional.of(new SubjectPlan.Transfer(ended.ref(), comesOver, false)),
                            false,
                            planned.fault(),
                            false,
                            planned.lastFailure(),
                            planned.profileHash(),
                            planned.groupNames()));
        }
        List<SubjectPlan> plans = new ArrayList<>();
        plans.add(new SubjectPlan(ended, ofEnded));
        plans.add(new SubjectPlan(successor, ofSuccessor));
        for (Subject record : records) {
            if (read.containsKey(record.ref())
                    && !record.ref().equals(ended.ref())
                    && !record.ref().equals(successor.ref())) {
                plans.add(leftOut.plan(record, successor));
            }
        }
        return plans;
    }

    private AccountPlan closing(Subject ended, TargetBinding binding, Link link, Optional<Account> account) {
        Change change = Change.builder(
                        binding.planner().atTheEnd().closing(),
                        binding.name(),
                        "D2",
                        "the record ended and another takes over")
                .worker(ended.ref())
                .account(link.account())
                .login(account.map(Account::login))
                .build();
        Step step = new Step(
                change, (before, nothing) -> binding.planner().atTheEnd().closed(before.orElse(link)));
        return AccountPlan.of(List.of(step));
    }
}
