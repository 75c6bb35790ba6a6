package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers queries: filter, sort, page by index (RFC 7644, 3.4.2) or by cursor (RFC 9865), and leave attributes out. */
final class Listing {

    private static final String URN = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private final Store store;
    private final Set<ScimQuirk> quirks;
    private final int largestPage;
    private final boolean cursors;
    private int cursorsGiven;
    private int cursorsExpired;

    Listing(Store store, Set<ScimQuirk> quirks, int largestPage, boolean cursors) {
        this.store = store;
        this.quirks = quirks;
        this.largestPage = largestPage;
        this.cursors = cursors;
    }

    void expireCursors() {
        cursorsExpired = cursorsGiven;
    }

    Map<String, @Nullable Object> answer(Type type, Map<String, String> query) {
        List<Map<String, @Nullable Object>> all = matching(type, query.get("filter"));
        sort(type, all, query.get("sortBy"));
        int count = count(query.get("count"));
        Map<String, @Nullable Object> answer = Json.object();
        answer.put("schemas", List.of(URN));
        answer.put("totalResults", (long) all.size());
        String cursor = query.get("cursor");
        List<Map<String, @Nullable Object>> page;
        if (cursor != null && cursors) {
            int from = cursor.isEmpty() ? 0 : place(cursor);
            page = part(all, from, count);
            if (from + page.size() < all.size()) {
                answer.put("nextCursor", cursor(from + page.size()));
            }
        } else {
            int start = Math.max(1, number(query.get("startIndex"), 1));
            int from = start - 1;
            if (from >= all.size() && quirks.contains(ScimQuirk.LAST_PAGE_AGAIN)) {
                from = Math.max(0, all.size() - count);
            }
            page = part(all, from, count);
            answer.put("startIndex", (long) start);
        }
        answer.put("itemsPerPage", (long) page.size());
        if (!page.isEmpty() || !quirks.contains(ScimQuirk.NO_RESOURCES_WHERE_NONE)) {
            answer.put("Resources", page.stream().map(row -> shown(row, query)).toList());
        }
        return answer;
    }

    Map<String, @Nullable Object> shown(Map<String, @Nullable Object> row, Map<String, String> query) {
        Map<String, @Nullable Object> shown = Json.map(Json.copy(row));
        String excluded = query.get("excludedAttributes");
        String wanted = query.get("attributes");
        if (wanted != null) {
            Set<String> names = new java.util.TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            names.addAll(List.of(wanted.split(",", -1)));
            shown.keySet().removeIf(name -> !name.equals("id") && !name.equals("schemas") && !names.contains(name));
        } else if (excluded != null) {
            List.of(excluded.split(",", -1)).forEach(shown::remove);
        }
        return shown;
    }

    private List<Map<String, @Nullable Object>> matching(Type type, @Nullable String text) {
        List<Map<String, @Nullable Object>> all = store.all(type);
        if (text == null) {
            return all;
        }
        if (quirks.contains(ScimQuirk.NO_FILTER)) {
            throw new Refusal(501, "", "Filters are not implemented");
        }
        if (quirks.contains(ScimQuirk.QUOTED_FILTERS_BREAK) && text.contains("\\\"")) {
            throw Refusal.invalid("invalidFilter", "Unexpected token in filter");
        }
        if (quirks.contains(ScimQuirk.BACKSLASHES_ARE_NOT_READ) && text.contains("\\\\")) {
            return new ArrayList<>();
        }
        Filter filter;
        try {
            filter = Filter.of(text, type);
        } catch (Refusal refusal) {
            if (quirks.contains(ScimQuirk.UNKNOWN_FILTERS_FIND_NOTHING)) {
                return new ArrayList<>();
            }
            throw refusal;
        }
        boolean other = !filter.attributes().equals(Set.of("userName"));
        if (type == Type.USER && other && quirks.contains(ScimQuirk.FILTERS_USER_NAME_ALONE)) {
            if (quirks.contains(ScimQuirk.UNKNOWN_FILTERS_FIND_NOTHING)) {
                return new ArrayList<>();
            }
            throw Refusal.invalid("invalidFilter", "Only userName can be filtered by");
        }
        if (quirks.contains(ScimQuirk.MULTI_VALUED_FILTERS_BREAK)
                && text.contains("emails")
                && all.stream().anyMatch(row -> row.get("emails") == null)) {
            throw Refusal.invalid("invalidValue", "Cannot convert undefined or null to object");
        }
        all.removeIf(row -> !filter.matches(row));
        if (quirks.contains(ScimQuirk.USER_NAME_MINDS_CASE)
                && filter.attributes().contains("userName")) {
            all.removeIf(row -> !text.contains(String.valueOf(row.get("userName"))));
        }
        return all;
    }

    private static void sort(Type type, List<Map<String, @Nullable Object>> rows, @Nullable String by) {
        if (by != null) {
            Attr attribute = Place.of(by, type)
                    .map(Place::attribute)
                    .orElseThrow(() -> Refusal.invalid("invalidPath", "sortBy names no attribute"));
            rows.sort(Comparator.comparing(
                    row -> String.valueOf(row.get(attribute.name())).toLowerCase(Locale.ROOT)));
        }
    }

    private static List<Map<String, @Nullable Object>> part(
            List<Map<String, @Nullable Object>> all, int from, int count) {
        int start = Math.min(from, all.size());
        return all.subList(start, Math.min(start + count, all.size()));
    }

    private int count(@Nullable String text) {
        return Math.min(largestPage, Math.max(0, number(text, largestPage)));
    }

    private String cursor(int from) {
        cursorsGiven++;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((cursorsGiven + " " + from).getBytes(StandardCharsets.UTF_8));
    }

    private int place(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            if (Integer.parseInt(text.substring(0, space)) <= cursorsExpired) {
                throw Refusal.invalid("expiredCursor", "The cursor has expired");
            }
            return Integer.parseInt(text.substring(space + 1));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException broken) {
            throw Refusal.invalid("invalidCursor", "The cursor is none of ours");
        }
    }

    private static int number(@Nullable String text, int otherwise) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("-?[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
