package dev.tenure.scim;

/** What a PATCH of a user looks like. */
public enum PatchForm {
    /** One operation for each value, at its path: {@code {"op":"replace","path":"name.givenName","value":"Ann"}}. */
    PATHS,
    /**
     * One operation without a path, whose value names the attributes: {@code {"op":"replace","value":{"title":"Analyst"}}}.
     * Lists are sent whole, so that the user is read before; what is cleared is still removed at its path.
     */
    VALUES
}
