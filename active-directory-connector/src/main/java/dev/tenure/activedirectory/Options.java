package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.DN;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was set for a target.
 *
 * @param name the target's name
 * @param domain the domain
 * @param accounts where accounts and places are
 * @param defaultPlace where accounts are made that are put nowhere else
 * @param leavers where closed accounts go; empty to leave them where they are
 * @param formerPlace the attribute that keeps where a closed account was; empty for none
 * @param groups where groups are; empty if groups are not managed
 * @param login which attribute is the login
 * @param keys the attributes that identify a person
 * @param upnSuffix the suffix of user principal names that no row of the mapping gives; empty for none
 * @param lag for how long a controller may not know yet what was made at another one
 * @param password makes initial passwords
 * @param mustChange whether an initial password has to be changed at the first logon
 */
record Options(
        String name,
        DN domain,
        DN accounts,
        DN defaultPlace,
        Optional<DN> leavers,
        Optional<String> formerPlace,
        Optional<DN> groups,
        LoginAttribute login,
        List<String> keys,
        Optional<String> upnSuffix,
        Duration lag,
        InitialPassword password,
        boolean mustChange) {

    Options {
        keys = List.copyOf(keys);
    }
}
