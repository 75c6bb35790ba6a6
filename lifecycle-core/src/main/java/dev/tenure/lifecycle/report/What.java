package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a row of a page is about, in one line. */
interface What {

    void write(Html html);

    static What words(String text) {
        return html -> html.value(text);
    }

    static What of(Change change, Optional<Decision> decision) {
        if (change.worker().isEmpty()) {
            return html -> change.newName()
                    .ifPresentOrElse(name -> html.raw("→ ").value(name), () -> html.value(change.reason()));
        }
        if (change.group().isPresent() || change.groupId().isPresent()) {
            return words(change.group().or(change::groupId).orElse(""));
        }
        if (change.kind() == ChangeKind.CREATE && decision.isPresent()) {
            return standing(decision.get());
        }
        if (change.kind() == ChangeKind.MOVE) {
            return html -> html.value(change.place().orElse(""));
        }
        if (change.kind().takesAccess()
                && decision.filter(known -> known.state() == LifecycleState.TERMINATED)
                        .isPresent()) {
            return standing(decision.get());
        }
        return change.attributes().isEmpty() ? words(change.reason()) : values(change.attributes());
    }

    /** Where the worker stands: why access ended, or what the state is, and from which day. */
    static What standing(Decision decision) {
        return html -> {
            html.text(
                            decision.state() == LifecycleState.TERMINATED
                                    ? Words.title(decision.because())
                                    : Words.title(decision.state()))
                    .raw(" ");
            since(html, decision);
        };
    }

    private static void since(Html html, Decision decision) {
        decision.effectiveAt()
                .ifPresent(at -> html.raw("<small>from ")
                        .text(Words.day(LocalDate.ofInstant(at, decision.zone())))
                        .raw("</small>"));
    }

    /** The values themselves where the old ones are known, else the names. */
    static What values(List<AttributeChange> changes) {
        return html -> {
            String separator = "";
            for (AttributeChange change : changes) {
                html.raw(separator);
                html.raw(change.before().isPresent() ? "<small>" : "<small class=on>")
                        .value(change.attribute())
                        .raw("</small>");
                change.before().ifPresent(before -> {
                    html.raw(" ");
                    value(html, before);
                    html.raw(" → ");
                    value(html, change.after());
                });
                separator = " · ";
            }
        };
    }

    private static void value(Html html, AttributeValue value) {
        if (value.isNull()) {
            html.raw("<i>empty</i>");
        } else {
            html.value(value.asText());
        }
    }
}
