package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.TargetDescription;
import java.util.List;
import java.util.Optional;

/**
 * A system with no account in it and the connector that writes to it: what an {@link IdentityTargetContract} works with.
 * Each test gets one of its own. Accounts that the system cannot do without may be there.
 */
public interface IdentityTargetFixture extends AutoCloseable {

    /**
     * Gives the connector.
     *
     * @return the same one each time
     */
    IdentityTarget target();

    /**
     * Makes up the profile of a person, complete enough for an account. Logins and e-mail addresses differ by number.
     *
     * @param number which person
     * @return the profile; by default login, e-mail and names by the attributes that the target describes
     */
    default Attributes person(int number) {
        TargetDescription description = target().describe();
        String address = "person" + number + "@contract.test";
        Attributes.Builder profile = Attributes.builder().put(description.login(), AttributeValue.of(address));
        description.email().ifPresent(name -> profile.put(name, AttributeValue.of(address)));
        description.firstName().ifPresent(name -> profile.put(name, AttributeValue.of("First" + number)));
        description.lastName().ifPresent(name -> profile.put(name, AttributeValue.of("Last" + number)));
        return profile.build();
    }

    /**
     * Makes up another login that nobody has.
     *
     * @return the login
     */
    default String freeLogin() {
        return "renamed@contract.test";
    }

    /**
     * Names an attribute that takes any text, may be cleared, and need not be unique.
     *
     * @return the attribute's name, such as {@code title}
     */
    String attribute();

    /**
     * Names an account that never was.
     *
     * @return a reference of the form that the target uses
     */
    AccountRef nobody();

    /**
     * Names a group that never was. Asked for only if the target has groups.
     *
     * @return an id of the form that the target uses
     */
    default String noGroup() {
        throw new UnsupportedOperationException("The target has groups, so the fixture must name one that never was");
    }

    /**
     * Names two places for accounts. Asked for only if the target has places.
     *
     * @return two places that there are
     */
    default List<String> places() {
        throw new UnsupportedOperationException("The target has places, so the fixture must name two");
    }

    /**
     * Names a place that never was. Asked for only if the target has places.
     *
     * @return a place of the form that the target uses
     */
    default String noPlace() {
        throw new UnsupportedOperationException("The target has places, so the fixture must name one that never was");
    }

    /**
     * Looks where an account is, behind the connector's back. Asked for only if the target has places.
     *
     * @param account the account
     * @return one of {@link #places()}; empty if it is elsewhere
     */
    default Optional<String> placeOf(AccountRef account) {
        throw new UnsupportedOperationException("The target has places, so the fixture must look");
    }

    /**
     * Gives what an attribute holds that names an account by a key. Asked for only if the target has such attributes.
     *
     * @param attribute one of the attributes of {@link IdentityTarget#references()}
     * @param account the account to name
     * @return the value
     */
    default String nameOf(String attribute, Account account) {
        throw new UnsupportedOperationException("The target has references, so the fixture must name an account");
    }

    /**
     * Gives a change that the target refuses as an invalid value.
     *
     * @return the change, empty if there is none, and the tests that need it are skipped
     */
    default Optional<AttributeDelta> refused() {
        return Optional.empty();
    }

    /**
     * Makes an account that was never activated, behind the connector's back.
     *
     * @param profile its profile
     * @return the account, empty if the system has no such thing, and the tests that need it are skipped
     */
    default Optional<AccountRef> stage(Attributes profile) {
        return Optional.empty();
    }

    /**
     * Lets the next page of a listing of accounts that has begun fail. Seven accounts must be two pages or more, and the
     * fixture sees to it.
     *
     * @param how for once or for good
     * @return false if the fixture cannot do this, and the tests that need it are skipped
     */
    default boolean interruptListing(Interruption how) {
        return false;
    }

    /**
     * Lets the system turn away one of the calls by which the next account is made, before that call does anything: by HTTP 429,
     * as busy, or however the system does it.
     *
     * @param isFirst whether it is the first that changes anything, or one after it
     * @return false if the fixture cannot do this, or there is no such call, and the test that needs it is skipped
     */
    default boolean turnAwayCreate(boolean isFirst) {
        return false;
    }

    /**
     * Lets the system refuse, for once, one of the calls by which the next account is made, after the one that makes it: for a
     * missing permission, or however the system does it.
     *
     * @return false if the fixture cannot do this, or there is no such call, and the test that needs it is skipped
     */
    default boolean refuseOnceMade() {
        return false;
    }

    /**
     * Gives a connector of the same kind to a system that does not answer.
     *
     * @return the connector, empty if the fixture has none, and the tests that need it are skipped
     */
    default Optional<IdentityTarget> unreachable() {
        return Optional.empty();
    }

    /** Gives up what the fixture holds. */
    @Override
    default void close() {}
}
