package dev.tenure.lifecycle.store.jdbc;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random salts of 16 bytes, as text. */
final class Salts {

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] salt = new byte[BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
