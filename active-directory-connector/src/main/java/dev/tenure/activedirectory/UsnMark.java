package dev.tenure.activedirectory;

import java.util.Optional;

/**
 * How far the changes of one domain controller were read. Each counts on its own.
 *
 * @param server names the domain controller
 * @param usn its change number
 */
record UsnMark(String server, long usn) {

    String text() {
        return usn + " " + server;
    }

    boolean isOf(String other) {
        return server.equalsIgnoreCase(other);
    }

    static Optional<UsnMark> parse(String text) {
        int blank = text.indexOf(' ');
        try {
            return blank < 1
                    ? Optional.empty()
                    : Optional.of(new UsnMark(text.substring(blank + 1), Long.parseLong(text.substring(0, blank))));
        } catch (NumberFormatException other) {
            return Optional.empty();
        }
    }
}
