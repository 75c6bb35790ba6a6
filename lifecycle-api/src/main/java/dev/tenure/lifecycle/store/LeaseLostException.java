package dev.tenure.lifecycle.store;

/** Somebody else took the lease under which something was to be saved. Nothing was saved, and the run must end. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports it.
     *
     * @param source the source whose lease was lost
     */
    public LeaseLostException(String source) {
        super("The lease of source '" + source + "' was lost to another host; this run ends, and the next one goes on."
                + " If it happens again, let leases last longer than the longest call to any system");
    }
}
