package dev.tenure.lifecycle.engine;

import java.util.Optional;

/**
 * Proposes another login where the mapped one belongs to somebody else (rule E10). Asked for new accounts only: whoever
 * has one keeps its login. A generator depends on nothing but what it is given, so that a run that is repeated proposes the
 * same.
 */
@FunctionalInterface
public interface LoginGenerator {

    /**
     * Proposes a login.
     *
     * @param login the mapped login, which is taken
     * @param attempt 1 for the first proposal, 2 for the second, and so on
     * @return the proposal, empty to give up, after which a person is asked
     */
    Optional<String> propose(String login, int attempt);

    /**
     * Takes the mapped login and nothing else: where it is taken, a person is asked. This is the default.
     *
     * @return the generator
     */
    static LoginGenerator mappedOnly() {
        return (login, attempt) -> Optional.empty();
    }

    /**
     * Numbers collisions: {@code ada.byron@acme.test} becomes {@code ada.byron2@acme.test}, then 3, and so on.
     *
     * @param most the highest number to try, 2 or more
     * @return the generator
     * @throws IllegalArgumentException if {@code most} is less than 2
     */
    static LoginGenerator numbered(int most) {
        if (most < 2) {
            throw new IllegalArgumentException("most is " + most + "; the first number is 2");
        }
        return (login, attempt) -> {
            int number = attempt + 1;
            if (number > most) {
                return Optional.empty();
            }
            int at = login.indexOf('@');
            return Optional.of(at < 0 ? login + number : login.substring(0, at) + number + login.substring(at));
        };
    }
}
