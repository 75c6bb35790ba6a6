package dev.tenure.activedirectory;

import dev.tenure.lifecycle.attribute.Attributes;
import java.security.SecureRandom;

/**
 * Makes the password of an account that is opened for the first time. The host that makes it knows it, and gives it to the
 * person; the connector sends it once, over TLS, and keeps it nowhere. Called again if an account has to be opened anew.
 */
@FunctionalInterface
public interface InitialPassword {

    /**
     * Makes a password.
     *
     * @param profile the profile of the account
     * @return the password, which the connector overwrites once it is sent: give a copy
     */
    char[] of(Attributes profile);

    /**
     * Gives passwords of 24 random characters that nobody gets to know, for where people set their own by another way.
     *
     * @return the maker
     */
    static InitialPassword random() {
        return RandomPassword.from(new SecureRandom());
    }
}
