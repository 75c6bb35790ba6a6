package dev.tenure.benchmarks.okta;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Users as Okta lists them: the attributes of the default mapping, and what Okta adds of its own. */
final class OktaUsers {

    private static final Pattern AFTER = Pattern.compile("[?&]after=(\\d+)");
    private static final String[] ATTRIBUTES = {
        "city", "costCenter", "countryCode", "department", "displayName", "division", "employeeNumber", "firstName",
                "lastName",
        "locale", "manager", "managerId", "mobilePhone", "organization", "primaryPhone", "secondEmail", "state",
                "streetAddress",
        "title", "userType", "zipCode"
    };

    private final List<byte[]> pages = new ArrayList<>();

    /** Makes pages of a listing, with links from each to the next; in small letters, as HTTP/2 has them and the SDK wants. */
    static OktaUsers pages(int users, int pageSize, String host) {
        OktaUsers made = new OktaUsers();
        int count = (users + pageSize - 1) / pageSize;
        for (int page = 0; page < count; page++) {
            StringBuilder body = new StringBuilder("[");
            int to = Math.min(users, (page + 1) * pageSize);
            for (int number = page * pageSize; number < to; number++) {
                body.append(number > page * pageSize ? "," : "").append(user(number));
            }
            String self = "link: <" + host + "/api/v1/users?limit=" + pageSize + ">; rel=\"self\"\r\n";
            String link = page + 1 < count
                    ? self + "link: <" + host + "/api/v1/users?after=" + (page + 1) + "&limit=" + pageSize
                            + ">; rel=\"next\"\r\n"
                    : self;
            made.pages.add(CannedServer.response(link, body.append(']').toString()));
        }
        return made;
    }

    byte[] answer(String request) {
        Matcher after = AFTER.matcher(request);
        return pages.get(after.find() ? Integer.parseInt(after.group(1)) : 0);
    }

    static String user(int number) {
        StringBuilder json = new StringBuilder("{\"id\":\"00u").append(String.format("%017d", number));
        json.append(
                "\",\"status\":\"ACTIVE\",\"created\":\"2024-05-01T09:30:00.000Z\",\"activated\":\"2024-05-01T09:30:00.000Z\","
                        + "\"statusChanged\":\"2024-05-01T09:30:00.000Z\",\"lastLogin\":\"2026-02-27T08:12:11.000Z\","
                        + "\"lastUpdated\":\"2026-02-01T11:00:00.000Z\",\"passwordChanged\":\"2025-11-01T10:00:00.000Z\","
                        + "\"type\":{\"id\":\"oty1a2b3c4d5e6f7g8h9\"},\"profile\":{\"login\":\"user." + number
                        + "@example.com\",\"email\":\"user." + number + "@example.com\"");
        for (String attribute : ATTRIBUTES) {
            json.append(",\"")
                    .append(attribute)
                    .append("\":\"")
                    .append(attribute)
                    .append(' ')
                    .append(number)
                    .append('"');
        }
        return json.append("},\"credentials\":{\"provider\":{\"type\":\"OKTA\",\"name\":\"OKTA\"}},"
                        + "\"_links\":{\"self\":{\"href\":\"https://example.okta.com/api/v1/users/00u" + number
                        + "\"}}}")
                .toString();
    }
}
