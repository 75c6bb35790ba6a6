package dev.tenure.lifecycle.target;

import dev.tenure.lifecycle.attribute.Attributes;
import java.util.List;

/**
 * An account to be made.
 *
 * @param profile the whole profile: every attribute has a value
 * @param groups the names of the provisioning groups of the worker, from which a directory may choose a place (rule G6);
 *     membership is a later call
 */
public record NewAccount(Attributes profile, List<String> groups) {

    /** Copies the list. */
    public NewAccount {
        groups = List.copyOf(groups);
    }
}
