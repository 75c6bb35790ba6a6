package dev.tenure.okta.internal.call;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** Finds the link to the next page. Several {@code Link} headers may come, and several links in one. */
final class LinkHeader {

    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
    private static final Pattern NEXT = Pattern.compile(";\\s*rel\\s*=\\s*\"?next\"?\\s*(?:[;,]|$)");

    private LinkHeader() {}

    static Optional<String> next(Headers headers) {
        for (String value : headers.values("Link")) {
            Matcher link = LINK.matcher(value);
            while (link.find()) {
                if (NEXT.matcher(link.group(2).strip()).find()) {
                    return Optional.of(link.group(1));
                }
            }
        }
        return Optional.empty();
    }
}
