package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What the parts of the contract of sources share. The parts are one below another, so that who extends the last has all. */
abstract class SourceContractBase {

    static final WorkerQuery ALL = new WorkerQuery.All(Optional.empty());

    abstract HrSourceFixture fixture();

    static Map<ContactField, String> contacts(ContactWriteBack back) {
        assertFalse(back.fields().isEmpty(), "a source that writes back nothing must say so with an empty writeBack()");
        Map<ContactField, String> values = new EnumMap<>(ContactField.class);
        for (ContactField field : back.fields()) {
            values.put(field, contact(field));
        }
        return values;
    }

    static String contact(ContactField field) {
        return switch (field) {
            case WORK_EMAIL -> "work1@contract.test";
            case HOME_EMAIL -> "home1@contract.test";
            case WORK_PHONE -> "+44 20 7946 0101";
            case HOME_PHONE -> "+44 20 7946 0121";
            case MOBILE_PHONE -> "+44 20 7946 0131";
        };
    }

    static List<String> hire(HrSourceFixture hr, int count) {
        List<String> ids =
                IntStream.rangeClosed(1, count).mapToObj(SourceContractBase::id).toList();
        ids.forEach(id -> hr.put(sample(hr, id)));
        return ids;
    }

    static String id(int number) {
        String digits = Integer.toString(number);
        return "w-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    static SampleWorker sample(HrSourceFixture hr, String id) {
        return SampleWorker.of(id, today(hr).minusYears(1));
    }

    static LocalDate today(HrSourceFixture hr) {
        return LocalDate.ofInstant(hr.now(), ZoneOffset.UTC);
    }

    static List<Worker> all(HrSourceFixture hr) {
        return collect(hr.source(), ALL);
    }

    static List<Worker> collect(HrSource source, WorkerQuery query) {
        List<Worker> workers = new ArrayList<>();
        try (WorkerPages pages = source.read(query)) {
            rest(pages, workers);
        }
        return workers;
    }

    static void rest(WorkerPages pages, List<Worker> into) {
        Optional<WorkerPage> page = pages.next();
        while (page.isPresent()) {
            assertEquals(List.of(), page.get().unreadable(), "a sound record was reported as unreadable");
            into.addAll(page.get().workers());
            page = pages.next();
        }
    }

    static Watermark watermarkOf(HrSourceFixture hr, WorkerQuery query) {
        try (WorkerPages pages = hr.source().read(query)) {
            rest(pages, new ArrayList<>());
            return pages.watermark()
                    .orElseGet(() -> fail("a read that was consumed whole gave no watermark: " + kind(query)));
        }
    }

    static String kind(WorkerQuery query) {
        return query.getClass().getSimpleName();
    }

    static List<String> ids(List<Worker> workers) {
        return workers.stream().map(worker -> worker.ref().id()).toList();
    }

    static Set<String> without(Iterable<String> some, Iterable<String> others) {
        Set<String> rest = new TreeSet<>();
        some.forEach(rest::add);
        others.forEach(rest::remove);
        return rest;
    }

    static <T> T orSkip(Optional<T> ability, String what) {
        assumeTrue(ability.isPresent(), () -> "there is no " + what + " here");
        return ability.orElseThrow();
    }
}
