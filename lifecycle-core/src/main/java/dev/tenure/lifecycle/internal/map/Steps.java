package dev.tenure.lifecycle.internal.map;

/** Counts the steps of one evaluation and ends it when it takes too many. */
final class Steps {

    private int left = Limits.STEPS;

    void take(int count) {
        left -= count;
        if (left < 0) {
            throw new Fault("the evaluation takes too many steps; a regular expression may repeat what repeats itself");
        }
    }

    /** Counts the building or reading of a text. */
    void takeForText(int length) {
        take(1 + length / 16);
    }

    void startAgain() {
        left = Limits.STEPS;
    }
}
