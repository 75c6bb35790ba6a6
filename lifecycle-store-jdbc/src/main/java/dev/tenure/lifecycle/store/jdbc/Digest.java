package dev.tenure.lifecycle.store.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256 over parts, each with its length before it, so that no two lists of parts give the same bytes. */
final class Digest {

    private static final int ABSENT = -1;

    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    Digest text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        sha256.update(bytes);
        return this;
    }

    Digest text(Optional<String> text) {
        if (text.isPresent()) {
            return text(text.get());
        }
        length(ABSENT);
        return this;
    }

    Digest texts(Collection<String> texts) {
        length(texts.size());
        texts.forEach(this::text);
        return this;
    }

    private void length(int length) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
