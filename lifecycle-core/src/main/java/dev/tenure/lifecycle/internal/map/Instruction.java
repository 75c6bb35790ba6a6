package dev.tenure.lifecycle.internal.map;

/** One step of a program. */
@FunctionalInterface
interface Instruction {

    /**
     * Works on the evaluation's stack.
     *
     * @param evaluation the evaluation
     * @param next the index of the instruction that follows
     * @return the index of the instruction to go on with
     */
    int run(Evaluation evaluation, int next);
}
