package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.plan.ChangeKind;
import java.util.Optional;

/**
 * What becomes of the account of a worker who leaves: it is deactivated, suspended or deleted, or nothing becomes of it. Pure;
 * safe for use by several threads.
 */
public final class AtTheEnd {

    private final Optional<ChangeKind> kind;
    private final PlaceMark places;

    AtTheEnd(Optional<ChangeKind> kind, PlaceMark places) {
        this.kind = kind;
        this.places = places;
    }

    /** How accounts are closed; empty if they are not. */
    Optional<ChangeKind> kind() {
        return kind;
    }

    /**
     * Gives a link as it is once its account is closed: a target may keep closed accounts elsewhere, so where it is is not
     * known any more, and who comes back is moved (rules G6, S4).
     *
     * @param link the link
     * @return the link of the closed account
     */
    public Link closed(Link link) {
        return link.withStatus(AccountStatus.DEACTIVATED).withSent(places.awayIfKnown(link.sent()));
    }

    /**
     * Says whether a suspended account is one that was closed because its owner left, and not one that somebody blocked (E6):
     * where suspending is how accounts are closed, the link of such an account says that it is deactivated.
     *
     * @param link the link as stored
     * @param seen the status of the account
     * @return true if it was closed by a leave
     */
    public boolean wasSuspendedHere(Link link, AccountStatus seen) {
        return is(ChangeKind.SUSPEND) && link.status() == AccountStatus.DEACTIVATED && seen == AccountStatus.SUSPENDED;
    }

    /**
     * Says whether accounts are removed when their owners leave, so that who comes back needs a new one.
     *
     * @return true if they are
     */
    public boolean removesAccounts() {
        return is(ChangeKind.DELETE);
    }

    /**
     * Says whether an account has to be closed when its owner leaves.
     *
     * @param seen the status of the account
     * @return true if it is open, and accounts are closed at all
     */
    public boolean closes(AccountStatus seen) {
        return kind.isPresent() && !isClosed(seen);
    }

    /**
     * Says how an account is closed that is to be opened again for another record (rule D2): one that is removed when its
     * owner leaves for good is only deactivated then.
     *
     * @return the way of closing
     */
    public ChangeKind closing() {
        return is(ChangeKind.SUSPEND) ? ChangeKind.SUSPEND : ChangeKind.DEACTIVATE;
    }

    /**
     * Says what status an account has after {@link #closing()}.
     *
     * @return the status that the target shows
     */
    public AccountStatus closedStatus() {
        return is(ChangeKind.SUSPEND) ? AccountStatus.SUSPENDED : AccountStatus.DEACTIVATED;
    }

    boolean isClosed(AccountStatus status) {
        return status == AccountStatus.DEACTIVATED || (is(ChangeKind.SUSPEND) && status == AccountStatus.SUSPENDED);
    }

    private boolean is(ChangeKind way) {
        return kind.filter(way::equals).isPresent();
    }
}
