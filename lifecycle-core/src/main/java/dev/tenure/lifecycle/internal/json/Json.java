package dev.tenure.lifecycle.internal.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value with the place where it begins. */
public sealed interface Json {

    /**
     * Gives the place.
     *
     * @return line and column as in {@code line 3, column 5}
     */
    String place();

    /**
     * An object.
     *
     * @param members its members by name, in order
     * @param place where it begins
     */
    record Members(Map<String, Json> members, String place) implements Json {
        /** Copies the map and keeps its order. */
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /**
     * An array.
     *
     * @param elements its elements
     * @param place where it begins
     */
    record Elements(List<Json> elements, String place) implements Json {
        /** Copies the list. */
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A string.
     *
     * @param value what it stands for
     * @param place where it begins
     */
    record Text(String value, String place) implements Json {}

    /**
     * A number, {@code true}, {@code false} or {@code null}.
     *
     * @param written as it is written
     * @param place where it begins
     */
    record Other(String written, String place) implements Json {}
}
