package dev.tenure.scim;

/** What bodies are said to be. */
public enum BodyType {
    /** {@code application/scim+json}, as the RFC has it. */
    SCIM_JSON("application/scim+json"),
    /** {@code application/json}. */
    JSON("application/json");

    private final String mediaType;

    BodyType(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }
}
