package dev.tenure.workday;

import dev.tenure.http.Secret;
import dev.tenure.workday.internal.wire.NotificationParser;
import dev.tenure.workday.internal.wire.NotificationRecord;
import dev.tenure.workday.internal.wire.UnreadableAnswerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Receives Workday's notifications that something happened to a worker, in whatever web framework the host has: give it
 * the headers that it asks for and the body, send back what the {@link Receipt} says, and run a real-time import for the
 * workers that it names. A notification is a hint: nothing in it is believed but the ids, and the worker is read anew. So
 * one that comes twice or late does no harm, and one that is forged can at most cause a read, which the user name and
 * password prevent; both HTTP Basic and a WS-Security token are taken. Immutable and safe for use by several threads.
 */
public final class WorkdayNotifications {

    private static final int MAX_BYTES = 256 * 1024;
    private static final String SOAP_ANSWER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body/>"
            + "</soapenv:Envelope>";

    private final String user;
    private final Secret password;
    private final NotificationParser parser = new NotificationParser();

    private WorkdayNotifications(String user, Secret password) {
        this.user = user;
        this.password = password;
    }

    /**
     * Makes a receiver.
     *
     * @param user the notification user name that is set in Workday
     * @param password the notification password that is set in Workday
     * @return the receiver
     * @throws IllegalArgumentException if one is empty
     */
    public static WorkdayNotifications of(String user, String password) {
        if (user.isBlank()) {
            throw new IllegalArgumentException("Setting 'user' is empty; give the notification user name");
        }
        return new WorkdayNotifications(user, Secret.of("password", password));
    }

    /**
     * What to answer, and whom to read.
     *
     * @param status the HTTP status: 200, or 400, 401, 413 for what is refused
     * @param contentType the type of the body; empty if there is none
     * @param body the body to answer with, to be sent in UTF-8; may be empty
     * @param workers the keys of the workers to read, for {@link dev.tenure.lifecycle.source.WorkerQuery.ByIds}; none if
     *     the notification was refused
     */
    public record Receipt(int status, Optional<String> contentType, String body, Set<String> workers) {

        /** Copies the set. */
        public Receipt {
            workers = Set.copyOf(workers);
        }

        /**
         * Says whether the notification was taken.
         *
         * @return false if it was refused; then nothing of it was used
         */
        public boolean accepted() {
            return status == 200;
        }

        /** Gives the status and counts the workers. */
        @Override
        public String toString() {
            return "Receipt[" + status + ", " + workers.size() + " workers]";
        }
    }

    /**
     * Verifies and reads a notification. Credentials in a header are looked at before the body is.
     *
     * @param authorization the header {@code Authorization}, empty if there is none
     * @param contentType the header {@code Content-Type}, empty if there is none
     * @param body the body, of which at most 256 KiB are read
     * @return what to answer, and whom to read
     * @throws IOException if the body cannot be read
     */
    public Receipt receive(Optional<String> authorization, Optional<String> contentType, InputStream body)
            throws IOException {
        if (authorization.isPresent() && !isBasic(authorization.get())) {
            return refused(401);
        }
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return refused(413);
        }
        NotificationRecord record;
        try {
            record = isJson(contentType, bytes) ? parser.json(bytes) : parser.xml(new ByteArrayInputStream(bytes));
        } catch (UnreadableAnswerException unreadable) {
            return refused(authorization.isPresent() ? 400 : 401);
        }
        if (authorization.isEmpty() && !matches(record.user(), record.password())) {
            return refused(401);
        }
        return isJson(contentType, bytes)
                ? new Receipt(200, Optional.empty(), "", record.workers())
                : new Receipt(200, Optional.of("text/xml; charset=UTF-8"), SOAP_ANSWER, record.workers());
    }

    private boolean isBasic(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, "Basic ".length())) {
            return false;
        }
        try {
            String pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring("Basic ".length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon >= 0 && matches(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Takes the same time for every wrong answer. */
    private boolean matches(@Nullable String name, @Nullable String secret) {
        boolean rightName = same(user, name);
        boolean rightSecret = same(password.reveal(), secret);
        return rightName && rightSecret;
    }

    private static boolean same(String right, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isJson(Optional<String> contentType, byte[] bytes) {
        if (contentType.isPresent()) {
            return contentType.get().toLowerCase(Locale.ROOT).contains("json");
        }
        return bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[');
    }

    private static Receipt refused(int status) {
        return new Receipt(status, Optional.empty(), "", Set.of());
    }

    /** Says nothing of the credentials. */
    @Override
    public String toString() {
        return "WorkdayNotifications[]";
    }
}
