package dev.tenure.lifecycle.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Runs the tests of a contract against something that breaks it. */
final class ContractHarness {

    private ContractHarness() {}

    /** Holds that a contract fails in a test of this name, with these words in the message. */
    static void assertFails(Object contract, String test, String words) {
        Map<String, Throwable> failures = failures(contract);
        assertThat(failures).as("the contract must find the fault in %s", test).containsKey(test);
        assertThat(failures.get(test)).hasMessageContaining(words);
    }

    static Map<String, Throwable> failures(Object contract) {
        Map<String, Throwable> failures = new TreeMap<>();
        for (Method test : contract.getClass().getSuperclass().getDeclaredMethods()) {
            if (Arrays.stream(test.getAnnotations()).anyMatch(Test.class::isInstance)) {
                run(contract, test, failures);
            }
        }
        return failures;
    }

    private static void run(Object contract, Method test, Map<String, Throwable> failures) {
        try {
            test.setAccessible(true);
            test.invoke(contract);
        } catch (InvocationTargetException thrown) {
            if (!(thrown.getCause() instanceof TestAbortedException)) {
                failures.put(test.getName(), thrown.getCause());
            }
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
