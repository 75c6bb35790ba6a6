package dev.tenure.lifecycle.internal.map;

import java.util.List;

/**
 * An array that an evaluation built. Its elements may be profiles, which no attribute value can hold.
 *
 * @param elements values of the language
 */
record Items(List<Object> elements) {

    @Override
    public String toString() {
        return "Items[" + elements.size() + "]";
    }
}
