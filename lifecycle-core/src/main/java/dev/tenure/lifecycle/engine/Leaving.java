package dev.tenure.lifecycle.engine;

import dev.tenure.lifecycle.plan.ChangeKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of the account of a worker who ends, or who leaves the scope of a target. */
public enum Leaving {
    /** It is deactivated. */
    DEACTIVATE(ChangeKind.DEACTIVATE),
    /** It is suspended. */
    SUSPEND(ChangeKind.SUSPEND),
    /** It is removed for good. */
    DELETE(ChangeKind.DELETE),
    /** Nothing: somebody else sees to it. */
    NONE(null);

    private final @Nullable ChangeKind change;

    Leaving(@Nullable ChangeKind change) {
        this.change = change;
    }

    Optional<ChangeKind> change() {
        return Optional.ofNullable(change);
    }
}
