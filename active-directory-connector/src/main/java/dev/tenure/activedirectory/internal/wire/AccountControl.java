package dev.tenure.activedirectory.internal.wire;

import dev.tenure.lifecycle.account.AccountStatus;

/**
 * The flags of userAccountControl. Flags that are none of ours, such as a password that never expires, are kept: a value
 * is read, changed and written back.
 *
 * @param flags the value
 */
public record AccountControl(int flags) {

    private static final int DISABLED = 2;
    private static final int NO_PASSWORD = 32;
    private static final int NORMAL = 512;

    /**
     * Gives the flags of an account that was made and never opened: what the directory itself gives where no flags are
     * named.
     *
     * @return the flags
     */
    public static AccountControl staged() {
        return new AccountControl(NORMAL | NO_PASSWORD | DISABLED);
    }

    /**
     * Opens: the account can be used, and needs a password.
     *
     * @return the changed flags
     */
    public AccountControl opened() {
        return new AccountControl((flags & ~(DISABLED | NO_PASSWORD)) | NORMAL);
    }

    /**
     * Closes: the account cannot be used.
     *
     * @return the changed flags
     */
    public AccountControl closed() {
        return new AccountControl((flags & ~NO_PASSWORD) | DISABLED);
    }

    /**
     * Says in the terms of all targets whether the account can be used.
     *
     * @return the status
     */
    public AccountStatus status() {
        if ((flags & DISABLED) == 0) {
            return AccountStatus.ACTIVE;
        }
        return (flags & NO_PASSWORD) == 0 ? AccountStatus.DEACTIVATED : AccountStatus.STAGED;
    }
}
