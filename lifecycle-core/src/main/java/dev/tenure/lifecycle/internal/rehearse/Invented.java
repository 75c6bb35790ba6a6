package dev.tenure.lifecycle.internal.rehearse;

/** Ids of what a rehearsal makes; the real target gives others. */
public final class Invented {

    private static final String PREFIX = "planned:";

    private Invented() {}

    /**
     * Says whether an id is one of these.
     *
     * @param id the id of an account or group
     * @return true if it was made in a rehearsal
     */
    public static boolean is(String id) {
        return id.startsWith(PREFIX);
    }

    static String id(int number) {
        return PREFIX + number;
    }
}
