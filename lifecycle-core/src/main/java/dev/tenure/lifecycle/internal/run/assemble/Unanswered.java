package dev.tenure.lifecycle.internal.run.assemble;

import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Intent;
import java.util.EnumSet;
import java.util.Set;

/** A call whose answer was lost: what it was to change may have been changed by this engine, and nobody else (rule S4). */
final class Unanswered {

    private static final Set<ChangeKind> OF_STATUS = EnumSet.of(
            ChangeKind.DEACTIVATE, ChangeKind.SUSPEND, ChangeKind.REACTIVATE, ChangeKind.UNSUSPEND, ChangeKind.CREATE);

    /** While HR is still to be told, values may be in doubt as well. */
    private static final Set<ChangeKind> OF_VALUES = EnumSet.of(ChangeKind.UPDATE, ChangeKind.WRITE_BACK);

    private Unanswered() {}

    static boolean mayHaveChangedStatus(AccountState known) {
        return isOneOf(OF_STATUS, known);
    }

    static boolean mayHaveChangedValues(AccountState known) {
        return isOneOf(OF_VALUES, known);
    }

    static boolean mayHaveDeleted(AccountState known) {
        return isOneOf(EnumSet.of(ChangeKind.DELETE), known);
    }

    private static boolean isOneOf(Set<ChangeKind> kinds, AccountState known) {
        return known.intent().map(Intent::change).filter(kinds::contains).isPresent();
    }
}
