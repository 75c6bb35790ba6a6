package dev.tenure.lifecycle.testkit.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Something that breaks one sentence of a contract.
 *
 * @param name what is wrong with it
 * @param contract the contract over it
 * @param test the test that must fail
 * @param words what the failure must say
 */
record Mutant(String name, Object contract, String test, String words) {

    /** One of a family, not named yet. */
    Mutant(Object contract, String test, String words) {
        this("", contract, test, words);
    }

    /** Gives what the methods without parameters of some families make, by the names of these methods. */
    static List<Mutant> of(Object... families) {
        return Arrays.stream(families).flatMap(Mutant::family).toList();
    }

    private static Stream<Mutant> family(Object family) {
        return Arrays.stream(family.getClass().getDeclaredMethods())
                .filter(method -> method.getReturnType() == Mutant.class && method.getParameterCount() == 0)
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> make(family, method));
    }

    private static Mutant make(Object family, Method method) {
        try {
            Mutant made = (Mutant) method.invoke(family);
            return new Mutant(method.getName(), made.contract(), made.test(), made.words());
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException(broken);
        }
    }

    DynamicTest isFound() {
        return DynamicTest.dynamicTest(name, () -> ContractHarness.assertFails(contract, test, words));
    }
}
