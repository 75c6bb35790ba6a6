package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import java.util.List;
import java.util.Optional;

/** What a row of a page is about, in one line. */
interface What {

    void write(Html html);

    static What words(String text) {
        return html -> html.value(text);
    }

    static What of(Change change, Optional<Decision> decision) {
        if (change.group().isPresent() || change.groupId().isPresent()) {
            String group = change.group().or(change::groupId).orElse("");
            return html -> {
                html.value(group);
                change.newName().ifPresent(name -> html.raw(" → ").value(name));
            };
        }
        if (change.kind() == ChangeKind.MOVE) {
            return html -> html.value(change.place().orElse(""));
        }
        if (change.kind().takesAccess()
                && decision.filter(known -> known.state() == LifecycleState.TERMINATED)
                        .isPresent()) {
            return ending(decision.get());
        }
        return change.attributes().isEmpty() ? words(change.reason()) : values(change.attributes());
    }

    private static What ending(Decision decision) {
        return html -> {
            html.text(Rules.inWords(decision.because()));
            decision.effectiveAt()
                    .ifPresent(at -> html.raw(" <small>since ")
                            .text(Words.moment(at, decision.zone()))
                            .raw("</small>"));
        };
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
