package dev.tenure.lifecycle.mapping;

import java.io.Serializable;

/**
 * What is wrong with one row of a mapping, and what to do about it.
 *
 * @param attribute the row's attribute
 * @param what what is wrong
 * @param remedy what to do; empty where the problem says it
 */
public record MappingProblem(String attribute, String what, String remedy) implements Serializable {

    /** Returns the problem as a sentence: {@code row 'title': what is wrong; what to do}. */
    @Override
    public String toString() {
        return "row '" + attribute + "': " + what + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
