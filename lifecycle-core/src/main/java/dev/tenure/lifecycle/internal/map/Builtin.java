package dev.tenure.lifecycle.internal.map;

/** What a function of the language does. */
@FunctionalInterface
interface Builtin {

    /**
     * Gives the function's value.
     *
     * @param arguments as many as the function takes
     * @return a value of the language
     */
    Object call(Arguments arguments);
}
