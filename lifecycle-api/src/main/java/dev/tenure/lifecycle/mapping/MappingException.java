package dev.tenure.lifecycle.mapping;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses a mapping and names every row that is wrong. */
public final class MappingException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ArrayList<MappingProblem> problems;

    /**
     * Refuses a mapping.
     *
     * @param problems what is wrong, one at least
     */
    public MappingException(List<MappingProblem> problems) {
        super(problems.stream().map(MappingProblem::toString).collect(Collectors.joining("\n")));
        this.problems = new ArrayList<>(problems);
    }

    /**
     * Gives what is wrong.
     *
     * @return the problems in the order of the rows
     */
    public List<MappingProblem> problems() {
        return List.copyOf(problems);
    }
}
