package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Map;

/** The part of a plan that says what the import would report and do nothing about. */
final class NoticeRows {

    private final Filters filters;
    private final Map<WorkerRef, String> names;

    NoticeRows(Filters filters, Map<WorkerRef, String> names) {
        this.filters = filters;
        this.names = names;
    }

    void write(Html links, Markup markup, List<Notice> notices) {
        markup.openList(links, "notices", "Notices", notices.size());
        for (Notice notice : notices) {
            String ref = notice.worker().map(WorkerRef::toString).orElse("");
            markup.openRow(
                    filters.mark("NOTICE", "Notice", ""),
                    "",
                    "Notice",
                    notice.worker()
                            .map(worker -> names.getOrDefault(worker, ref))
                            .orElse(notice.system()),
                    ref,
                    What.words(inWords(notice.kind())),
                    notice.system(),
                    rule(notice.kind()));
            markup.say(notice.text());
            markup.closeRow();
        }
        markup.closeList();
    }

    private static String inWords(NoticeKind kind) {
        return switch (kind) {
            case ABSENT -> "HR no longer returns this linked worker";
            case NOT_RETURNED -> "HR does not return this worker";
            case DUPLICATE_WORKER -> "HR returned this worker twice";
            case UNREADABLE_WORKER -> "The record could not be understood";
            case ELIGIBILITY_LOST -> "No longer eligible, without an end";
            case ACCOUNT_OF_ENDED_WORKER -> "An account fits somebody who has ended";
            case UNKNOWN_ZONE -> "A time zone is not known";
            case SECOND_RECORD -> "Another record of the person is in charge";
            case GROUP_NOT_OWNED -> "A group of this name is not ours";
            case DRIFT -> "Changed at the target";
            case ACCOUNT_VANISHED -> "The linked account is gone";
            case STATUS_CHANGED -> "The status changed at the target";
            case KEY_TAKEN -> "Login or e-mail belongs to another account";
            case OVERTAKEN -> "Another run has this worker in hand";
            case STARTED_OVER -> "The import before was cut off";
            case PARTIAL_VIEW -> "The source does not see everyone";
        };
    }

    private static String rule(NoticeKind kind) {
        return switch (kind) {
            case ABSENT, PARTIAL_VIEW -> "S2";
            case NOT_RETURNED -> "A3";
            case DUPLICATE_WORKER, UNREADABLE_WORKER -> "S3";
            case ELIGIBILITY_LOST, ACCOUNT_OF_ENDED_WORKER -> "C9";
            case UNKNOWN_ZONE -> "C3";
            case SECOND_RECORD -> "D1";
            case GROUP_NOT_OWNED -> "G1";
            case DRIFT, ACCOUNT_VANISHED, STATUS_CHANGED -> "E14";
            case KEY_TAKEN -> "E10";
            case OVERTAKEN, STARTED_OVER -> "S4";
        };
    }
}
