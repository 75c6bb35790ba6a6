package dev.tenure.activedirectory;

import java.util.random.RandomGenerator;

/** Passwords of 24 random characters with all four kinds of them, without those that are mistaken for others. */
final class RandomPassword {

    private static final int LENGTH = 24;
    private static final String[] KINDS = {
        "ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", "-_.!%&#"
    };

    private RandomPassword() {}

    static InitialPassword from(RandomGenerator random) {
        return profile -> {
            char[] password = new char[LENGTH];
            for (int i = 0; i < LENGTH; i++) {
                String kind = KINDS[i % KINDS.length];
                password[i] = kind.charAt(random.nextInt(kind.length()));
            }
            for (int i = LENGTH - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                char moved = password[i];
                password[i] = password[other];
                password[other] = moved;
            }
            return password;
        };
    }
}
