package dev.tenure.lifecycle.expression;

/**
 * A name that an expression refers to.
 *
 * @param profile the profile, such as {@code user} in {@code user.login}; empty for a bare name
 * @param attribute the attribute, or the bare name
 * @param position where it stands, as an offset into the expression's text
 */
public record Reference(String profile, String attribute, int position) {

    /**
     * Says whether the name stands by itself, so that it means a profile or an attribute of the source.
     *
     * @return true if no profile is named
     */
    public boolean isBare() {
        return profile.isEmpty();
    }

    /** Returns the reference as it is written, such as {@code user.login}. */
    @Override
    public String toString() {
        return isBare() ? attribute : profile + "." + attribute;
    }
}
