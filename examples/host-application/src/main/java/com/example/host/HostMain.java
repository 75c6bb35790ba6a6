package com.example.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Starts one instance. As many as you like may run on one PostgreSQL. */
public final class HostMain {

    private HostMain() {}

    /**
     * Runs until the process is asked to end (SIGTERM), and then finishes what is under way.
     *
     * @param arguments the path of a properties file
     * @throws IOException if the file cannot be read or the port is taken
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: HostMain PROPERTIES-FILE");
            System.exit(2);
        }
        Host host = Host.start(Settings.read(Path.of(arguments[0]), System.getenv()), InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "shutdown"));
    }
}
