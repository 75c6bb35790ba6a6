package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.mapping.PreviewText;
import dev.tenure.lifecycle.mapping.RowPreview;
import java.util.List;
import java.util.Optional;

/**
 * A worker's account at one target, and why each attribute has its value there. Holds values of the person: shown, never
 * logged.
 *
 * @param target the target's name
 * @param account the linked account; empty if there is none
 * @param status its status, as read now; empty if it is not there
 * @param rows each row that makes the target's profile, with what it gives and what the account has now
 * @param notes what waits, failed or is held, in words without values
 */
public record AccountExplanation(
        String target,
        Optional<AccountRef> account,
        Optional<AccountStatus> status,
        List<RowPreview> rows,
        List<String> notes) {

    /** Copies the lists. */
    public AccountExplanation {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    String text() {
        StringBuilder text = new StringBuilder("At " + target + ": "
                + account.map(ref -> "account " + ref.id()).orElse("no account is linked")
                + status.map(value -> ", " + value).orElse("") + "\n");
        notes.forEach(note -> text.append("    ").append(note).append('\n'));
        return text.append(PreviewText.of(rows)).toString();
    }

    /** Names the account and says nothing of the person. */
    @Override
    public String toString() {
        return "AccountExplanation[" + target + account.map(ref -> ", " + ref).orElse("") + "]";
    }
}
