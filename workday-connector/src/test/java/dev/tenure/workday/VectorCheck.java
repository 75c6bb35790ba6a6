package dev.tenure.workday;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.worker.BaseAttributes;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.workday.internal.translate.Keys;
import dev.tenure.workday.internal.translate.ProfileOptions;
import dev.tenure.workday.internal.translate.Translator;
import dev.tenure.workday.internal.translate.UnreadableRecordException;
import dev.tenure.workday.internal.wire.Envelope;
import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.OverrideRecord;
import dev.tenure.workday.internal.wire.PageRecord;
import dev.tenure.workday.internal.wire.UsageTypes;
import dev.tenure.workday.internal.wire.WorkerRecord;
import dev.tenure.workday.internal.wire.WorkersAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what the reader makes of an answer with what a vector expects. A key that it does not know is a difference. */
final class VectorCheck {

    private static final Set<String> COMMENTS = Set.of("why", "rule", "note");
    private static final int MOST = 1_000_000;

    private final Translator translator = new Translator(new ProfileOptions(
            "BUSINESS_UNIT",
            ProfileOptions.AccountType.WORKER_TYPE_ID,
            UsageTypes.USUAL,
            false,
            Set.of("Landline", "Telephone"),
            Set.of("Mobile")));
    private final List<String> differences = new ArrayList<>();

    private VectorCheck() {}

    static List<String> differences(Map<String, Object> expected, InputStream xml) throws IOException {
        VectorCheck check = new VectorCheck();
        Envelope.Content<WorkersAnswer> content = new Envelope().workers(xml, MOST);
        if (content instanceof Envelope.Response<WorkersAnswer> response) {
            check.answer(expected, response.value());
        } else {
            check.differences.add("it is a fault");
        }
        return check.differences;
    }

    @SuppressWarnings("unchecked")
    private void answer(Map<String, Object> expected, WorkersAnswer answer) {
        expected.forEach((key, value) -> {
            switch (key) {
                case "page" -> page((Map<String, Object>) value, answer.page());
                case "workers" -> workers((List<Map<String, Object>>) value, answer.workers());
                case "notFound" -> notFound((List<Object>) value, answer.notFound());
                case "count" -> same("count", value, answer.workers().size());
                case "first" ->
                    worker(
                            "first",
                            (Map<String, Object>) value,
                            answer.workers().get(0));
                case "last" ->
                    worker(
                            "last",
                            (Map<String, Object>) value,
                            answer.workers().get(answer.workers().size() - 1));
                default -> {
                    if (!COMMENTS.contains(key)) {
                        unknown("", key);
                    }
                }
            }
        });
    }

    private void page(Map<String, Object> expected, PageRecord page) {
        expected.forEach((key, value) -> {
            switch (key) {
                case "totalResults" -> same("page." + key, value, page.totalResults());
                case "totalPages" -> same("page." + key, value, page.totalPages());
                case "pageResults" -> same("page." + key, value, page.pageResults());
                case "page" -> same("page." + key, value, page.page());
                default -> unknown("page.", key);
            }
        });
    }

    private void workers(List<Map<String, Object>> expected, List<WorkerRecord> workers) {
        same("workers", expected.size(), workers.size());
        for (int i = 0; i < Math.min(expected.size(), workers.size()); i++) {
            try {
                worker("workers[" + i + "]", expected.get(i), workers.get(i));
            } catch (UnreadableRecordException unreadable) {
                differences.add("workers[" + i + "] cannot be read: " + unreadable.getMessage());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void notFound(List<Object> expected, List<Ids.Id> notFound) {
        same("notFound", expected.size(), notFound.size());
        for (int i = 0; i < Math.min(expected.size(), notFound.size()); i++) {
            Ids.Id id = notFound.get(i);
            if (!(expected.get(i) instanceof Map)) {
                same("notFound", expected.get(i), id.value());
                continue;
            }
            ((Map<String, Object>) expected.get(i)).forEach((key, value) -> {
                switch (key) {
                    case "id" -> same("notFound.id", value, id.value());
                    case "type", "idType" -> same("notFound." + key, value, id.type());
                    default -> unknown("notFound.", key);
                }
            });
        }
    }

    @SuppressWarnings("unchecked")
    private void worker(String at, Map<String, Object> expected, WorkerRecord worker) {
        expected.forEach((key, value) -> {
            String path = at + "." + key;
            switch (key) {
                case "id" -> same(path, value, Keys.of(worker, false).orElse(null));
                case "wid" -> same(path, value, worker.reference().of(Ids.WID));
                case "idType" -> same(path, value, idType(worker));
                case "contractEndDate" ->
                    same(path, value, translator.contractEnd(worker).orElse(null));
                case "groups" -> same(path, value, translator.groupNames(worker).orElse(List.of()));
                case "profile" -> profile(path, (Map<String, Object>) value, translator.profile(worker));
                case "overrides" -> overrides(path, (Map<String, Object>) value, worker.overrides());
                default -> {
                    if (!COMMENTS.contains(key)) {
                        employment(path, key, value, translator.employment(worker, Optional.empty(), List.of()));
                    }
                }
            }
        });
    }

    private void employment(String path, String key, @Nullable Object value, Employment employment) {
        switch (key) {
            case "kind" -> same(path, value, employment.kind().name());
            case "active" -> same(path, value, employment.active());
            case "hasAccount" -> same(path, value, employment.hasAccount());
            case "universalId" -> same(path, value, employment.universalId().orElse(null));
            case "hireDate" -> same(path, value, employment.hireDate().orElse(null));
            case "firstDayOfWork" ->
                same(path, value, employment.firstDayOfWork().orElse(null));
            case "terminationDate" ->
                same(path, value, employment.terminationDate().orElse(null));
            case "lastDayOfWork" -> same(path, value, employment.lastDayOfWork().orElse(null));
            case "inactiveSince" -> same(path, value, employment.inactiveSince().orElse(null));
            case "primaryReason" -> same(path, value, employment.primaryReason().orElse(null));
            case "secondaryReasons" -> sameUnordered(path, value, employment.secondaryReasons());
            case "preferredTimeZone" ->
                same(path, value, employment.preferredTimeZone().orElse(null));
            case "locationTimeZone" ->
                same(path, value, employment.locationTimeZone().orElse(null));
            default -> unknown("", path);
        }
    }

    private void profile(String path, Map<String, Object> expected, Attributes profile) {
        expected.forEach((name, value) -> {
            if (!BaseAttributes.names().contains(name)) {
                unknown(path + ".", name);
            }
            same(path + "." + name, value, profile.text(name).orElse(null));
        });
    }

    private void overrides(String path, Map<String, Object> expected, List<OverrideRecord> overrides) {
        Map<String, @Nullable String> found = new LinkedHashMap<>();
        overrides.forEach(override -> found.put(override.name(), override.value()));
        expected.forEach((name, value) -> {
            if (!found.containsKey(name) && value != null) {
                differences.add(path + " lacks " + name);
            } else if (!(value instanceof String text && text.isEmpty() && found.get(name) == null)) {
                same(path + "." + name, value, found.get(name));
            }
        });
    }

    private static @Nullable String idType(WorkerRecord worker) {
        for (String type : List.of(Keys.EMPLOYEE, Keys.CONTINGENT, Ids.WID)) {
            if (worker.reference().of(type) != null) {
                return type;
            }
        }
        return null;
    }

    private void sameUnordered(String path, @Nullable Object expected, List<String> actual) {
        List<?> wanted = expected == null ? List.of() : (List<?>) expected;
        if (wanted.size() != actual.size() || !actual.containsAll(wanted)) {
            differences.add(path + " is " + actual + " instead of " + wanted);
        }
    }

    private void same(String path, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(comparable(expected), comparable(actual))) {
            differences.add(path + " is " + actual + " instead of " + expected);
        }
    }

    /** Numbers by value, dates as text, text after NFC. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value instanceof AttributeValue attribute) {
            return attribute.asText();
        }
        return value instanceof String text ? Normalizer.normalize(text, Normalizer.Form.NFC) : value;
    }

    private void unknown(String path, String key) {
        differences.add("the test does not know the key " + path + key);
    }
}
