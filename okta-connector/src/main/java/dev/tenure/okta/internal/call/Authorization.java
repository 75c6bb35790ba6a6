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

    /** Hears that Okta refused the last value, so that the next one is new. */
    default void refused() {}
}
