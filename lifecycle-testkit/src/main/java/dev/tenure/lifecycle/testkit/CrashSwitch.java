package dev.tenure.lifecycle.testkit;

/** Counts the points at which a process could die, and lets it die at one of them. Who is dead does nothing more. */
final class CrashSwitch {

    private final int point;
    private int passed;
    private String where = "nowhere";

    private CrashSwitch(int point) {
        this.point = point;
    }

    static CrashSwitch never() {
        return new CrashSwitch(0);
    }

    static CrashSwitch at(int point) {
        return new CrashSwitch(point);
    }

    synchronized void pass(String here) {
        requireLife();
        passed++;
        if (passed == point) {
            where = here;
            throw new SimulatedCrash(here);
        }
    }

    synchronized void requireLife() {
        if (point > 0 && passed >= point) {
            throw new SimulatedCrash(where);
        }
    }

    synchronized int passed() {
        return passed;
    }

    synchronized String where() {
        return where;
    }
}
