package dev.tenure.okta.internal.call;

/** Gives what stands in the {@code Authorization} header of a call. */
@FunctionalInterface
public interface Authorization {

    /**
     * Gives the value of the header; may call Okta for it.
     *
     * @return the value, with its scheme
     */
    String header();

    /**
     * Hears that Okta refused a value, and so did nothing.
     *
     * @param used the value
     * @return whether another can be had, so that the call is worth to be made again
     */
    default boolean refused(String used) {
        return false;
    }
}
