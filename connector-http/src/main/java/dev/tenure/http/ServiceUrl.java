package dev.tenure.http;

import java.util.Locale;
import java.util.Objects;
import okhttp3.HttpUrl;

/** Checks the addresses that a host configures: HTTPS, or HTTP on the machine's own loopback for simulators. */
public final class ServiceUrl {

    private ServiceUrl() {}

    /**
     * Reads an address.
     *
     * @param setting the name of the setting, for the message of the exception
     * @param text the address, such as {@code https://example.okta.com}
     * @return the address
     * @throws IllegalArgumentException if it is none, is not HTTPS, or holds a user name, a query or a fragment
     */
    public static HttpUrl parse(String setting, String text) {
        Objects.requireNonNull(text, setting);
        HttpUrl url = HttpUrl.parse(text.strip());
        if (url == null) {
            throw refused(setting, "is no HTTP address", "give one such as https://example.com");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw refused(setting, "holds a user name or password", "give credentials by their own settings");
        }
        if (url.query() != null || url.fragment() != null) {
            throw refused(setting, "holds a query or fragment", "end it with the path");
        }
        if (!url.isHttps() && !isLoopback(url.host())) {
            throw refused(setting, "is not HTTPS", "begin it with https://; plain HTTP is for this machine alone");
        }
        return url;
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("::1") || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static IllegalArgumentException refused(String setting, String why, String remedy) {
        return new IllegalArgumentException("Setting '" + setting + "' " + why + "; " + remedy);
    }
}
