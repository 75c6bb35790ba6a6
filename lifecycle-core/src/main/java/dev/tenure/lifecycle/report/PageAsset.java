package dev.tenure.lifecycle.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style or script of a page, with the hash by which the page's own policy lets it run, and nothing else.
 *
 * @param text what stands between the tags
 * @param hash its hash as a Content-Security-Policy names it
 */
record PageAsset(String text, String hash) {

    static PageAsset load(String name) {
        try (InputStream in = PageAsset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the library's jar; the jar is damaged");
            }
            // A page has line feeds whatever machine built the jar, else the hash would not fit.
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new PageAsset(text, "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
