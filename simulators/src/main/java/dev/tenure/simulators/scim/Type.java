package dev.tenure.simulators.scim;

import java.util.List;

/** A kind of resource. */
enum Type {
    USER("Users", "userName"),
    GROUP("Groups", "displayName");

    private final String endpoint;
    private final String nameAttribute;

    Type(String endpoint, String nameAttribute) {
        this.endpoint = endpoint;
        this.nameAttribute = nameAttribute;
    }

    String endpoint() {
        return endpoint;
    }

    Schema schema() {
        return this == USER ? Schema.USER : Schema.GROUP;
    }

    List<Schema> extensions() {
        return this == USER ? List.of(Schema.ENTERPRISE) : List.of();
    }

    String nameAttribute() {
        return nameAttribute;
    }
}
