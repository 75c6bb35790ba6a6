package dev.tenure.lifecycle.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Runs the tests of a contract against something that breaks it. */
final class ContractHarness {

    private ContractHarness() {}

    /** Holds that a contract fails in the test of this name, with these words in the message. */
    static void assertFails(Object contract, String test, String words) {
        Method method = tests(contract).stream()
                .filter(candidate -> candidate.getName().equals(test))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The contract has no test " + test));
        assertThat(failure(contract, method))
                .as("the contract must find the fault in %s", test)
                .hasValueSatisfying(failure -> assertThat(failure).hasMessageContaining(words));
    }

    /** Gives the failures of all tests of a contract, by the name of the test. */
    static Map<String, Throwable> failures(Object contract) {
        Map<String, Throwable> failures = new TreeMap<>();
        for (Method test : tests(contract)) {
            failure(contract, test).ifPresent(failure -> failures.put(test.getName(), failure));
        }
        return failures;
    }

    /** Gives the names of all tests of a contract: its sentences. */
    static Set<String> sentences(Object contract) {
        return tests(contract).stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Method> tests(Object contract) {
        List<Method> tests = new ArrayList<>();
        for (Class<?> type = contract.getClass(); type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .forEach(tests::add);
        }
        return tests;
    }

    private static Optional<Throwable> failure(Object contract, Method test) {
        try {
            test.setAccessible(true);
            test.invoke(contract);
            return Optional.empty();
        } catch (InvocationTargetException thrown) {
            return Optional.of(thrown.getTargetException())
                    .filter(failure -> !(failure instanceof TestAbortedException));
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
