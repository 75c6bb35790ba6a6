package dev.tenure.examples.quickstart;

/** One part of the story. */
interface Chapter {

    String title();

    /** Lets time pass and HR do something, runs the engine, and says what is expected of it. */
    void tell(Scene scene);
}
