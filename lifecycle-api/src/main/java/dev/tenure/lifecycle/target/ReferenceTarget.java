package dev.tenure.lifecycle.target;

import dev.tenure.lifecycle.account.AccountKey;
import java.util.Optional;
import java.util.Set;

/**
 * Attributes that name another account of the same target by one of its keys, such as a manager by the user principal name
 * (rule E11): an ability that not every target has. The engine leaves such a value out for as long as
 * {@link IdentityTarget#find} finds nobody by the key, and sends it once somebody is there. An attribute that holds the
 * <em>id</em> of another account needs none of this: the host names it in the engine's use of the target. Safe for use by
 * several threads; asks nobody.
 */
public interface ReferenceTarget {

    /**
     * Names the attributes.
     *
     * @return names in a mapping
     */
    Set<String> attributes();

    /**
     * Gives the key by which the account is found that a value names.
     *
     * @param attribute one of {@link #attributes()}
     * @param value the value's text, not empty
     * @return the key; empty if the value can name nobody, so that there is nothing to wait for
     */
    Optional<AccountKey> keyOf(String attribute, String value);
}
