package dev.tenure.lifecycle.target;

import dev.tenure.lifecycle.account.AccountRef;
import java.util.List;
import java.util.Optional;

/** Groups and memberships at a target: an ability that not every target has. */
public interface GroupTarget {

    /**
     * Finds a group by its exact name.
     *
     * @param name the name
     * @return the group, empty if there is none
     */
    Optional<TargetGroup> find(String name);

    /**
     * Makes a group.
     *
     * @param name its name
     * @return the group as the target has it
     * @throws dev.tenure.lifecycle.failure.Conflict if there is one of that name
     */
    TargetGroup create(String name);

    /**
     * Gives a group another name. Called again with the same name it succeeds and changes nothing.
     *
     * @param id the group's id
     * @param name the new name
     * @throws dev.tenure.lifecycle.failure.NotFound if there is no such group
     * @throws dev.tenure.lifecycle.failure.Conflict if another group has the name
     */
    void rename(String id, String name);

    /**
     * Removes a group. A group that is gone already is success.
     *
     * @param id the group's id
     */
    void delete(String id);

    /**
     * Puts an account into a group. Who is in it already is success.
     *
     * @param id the group's id
     * @param account the account
     * @throws dev.tenure.lifecycle.failure.NotFound if the group or the account is gone
     */
    void addMember(String id, AccountRef account);

    /**
     * Takes an account out of a group. Who is not in it, and a group that is gone, are success.
     *
     * @param id the group's id
     * @param account the account
     */
    void removeMember(String id, AccountRef account);

    /**
     * Reads the accounts in a group.
     *
     * @param id the group's id
     * @return the accounts
     * @throws dev.tenure.lifecycle.failure.NotFound if there is no such group
     */
    List<AccountRef> members(String id);
}
