package dev.tenure.okta;

import dev.tenure.lifecycle.account.AccountRef;
import java.util.Optional;

/**
 * How an account is assigned to an application.
 *
 * @param account the account
 * @param throughGroup whether it comes with a group that the account is in, so that it ends with the membership
 * @param status the application user's status, by Okta's name, such as {@code ACTIVE} or {@code PROVISIONED}
 * @param syncState how far provisioning is, by Okta's name, such as {@code SYNCHRONIZED} or {@code ERROR}; empty if Okta
 *     does not say
 * @param externalId the id of the account in the application. Without one, where the application is provisioned, no update
 *     and no deactivation reaches it
 */
public record AppAssignment(
        AccountRef account,
        boolean throughGroup,
        String status,
        Optional<String> syncState,
        Optional<String> externalId) {

    /** Names the account and says nothing of the person. */
    @Override
    public String toString() {
        return "AppAssignment[" + account + ", " + status + "]";
    }
}
