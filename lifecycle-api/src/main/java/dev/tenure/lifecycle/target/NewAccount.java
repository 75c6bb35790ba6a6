package dev.tenure.lifecycle.target;

import dev.tenure.lifecycle.attribute.Attributes;
import java.util.List;
import java.util.Optional;

/**
 * An account to be made.
 *
 * @param profile the whole profile: every attribute has a value
 * @param groups the names of the provisioning groups of the worker, from which a directory may choose a place where none is
 *     named; membership is a later call
 * @param place where to make it, in the target's own terms, such as the organizational unit of a directory (rule G6); empty
 *     where the target chooses. A target without {@link PlaceTarget} passes over it
 * @param closed whether it is made but not opened yet: its owner has not started, and
 *     {@link IdentityTarget#reactivate} opens it then
 */
public record NewAccount(Attributes profile, List<String> groups, Optional<String> place, boolean closed) {

    /** Copies the list. */
    public NewAccount {
        groups = List.copyOf(groups);
    }

    /**
     * Makes an account that is open, at a place that the target chooses.
     *
     * @param profile the whole profile
     * @param groups the names of the provisioning groups of the worker
     */
    public NewAccount(Attributes profile, List<String> groups) {
        this(profile, groups, Optional.empty(), false);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "NewAccount[" + profile + (closed ? ", closed" : "") + "]";
    }
}
