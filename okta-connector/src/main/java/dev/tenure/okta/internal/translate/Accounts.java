package dev.tenure.okta.internal.translate;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.okta.internal.wire.OktaUser;
import java.util.Collection;
import java.util.List;

/** Makes accounts of users. Immutable. */
public final class Accounts {

    private final String target;

    /**
     * Makes a translator.
     *
     * @param target the name of the target
     */
    public Accounts(String target) {
        this.target = target;
    }

    /**
     * Translates a user.
     *
     * @param user what Okta sent
     * @param known the attributes that a profile can have: Okta leaves out what is empty, so that those which it did not
     *     send are empty
     * @return the account
     */
    public Account of(OktaUser user, Collection<String> known) {
        Attributes.Builder profile = user.profile().toBuilder();
        for (String name : known) {
            if (!user.profile().isRead(name)) {
                profile.put(name, AttributeValue.NULL);
            }
        }
        return new Account(
                new AccountRef(target, user.id()),
                user.profile().text("login").orElse(""),
                status(user.transitioningTo().orElse(user.status())),
                profile.build());
    }

    /**
     * Translates users.
     *
     * @param users what Okta sent
     * @param known the attributes that a profile can have
     * @return the accounts, in the same order
     */
    public List<Account> of(List<OktaUser> users, Collection<String> known) {
        return users.stream().map(user -> of(user, known)).toList();
    }

    /** A status that we do not know counts as usable: so it is closed when its person leaves. */
    private static AccountStatus status(String okta) {
        return switch (okta) {
            case "STAGED" -> AccountStatus.STAGED;
            case "SUSPENDED" -> AccountStatus.SUSPENDED;
            case "DEPROVISIONED" -> AccountStatus.DEACTIVATED;
            default -> AccountStatus.ACTIVE;
        };
    }
}
