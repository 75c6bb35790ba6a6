package dev.tenure.lifecycle.account;

/**
 * Names an account at a target. It stays the same for as long as the account exists, through a change of login.
 *
 * @param target the name of the {@link dev.tenure.lifecycle.target.IdentityTarget}
 * @param id the account's own id at that target, not its login
 */
public record AccountRef(String target, String id) {

    /** Refuses blank parts. */
    public AccountRef {
        if (target.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("An account reference needs a target and an id");
        }
    }

    @Override
    public String toString() {
        return target + "/" + id;
    }
}
