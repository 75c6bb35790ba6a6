package dev.tenure.scim.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param total how many results there are in all; empty where the service does not say
 * @param nextCursor leads to the next page; empty at the end, or where paging is by index
 * @param resources what the page holds; none where the service sent no {@code Resources}
 */
public record ListAnswer(Optional<Long> total, Optional<String> nextCursor, List<Resource> resources) {

    /** Copies the list. */
    public ListAnswer {
        resources = List.copyOf(resources);
    }

    /**
     * Reads a page.
     *
     * @param body the JSON
     * @return the page
     * @throws MalformedAnswer if it is none
     */
    public static ListAnswer read(Buffer body) throws MalformedAnswer {
        Map<String, @Nullable Object> json = Json.read(body);
        boolean isListing = json.containsKey("totalResults") || json.containsKey("Resources");
        if (!isListing) {
            throw new MalformedAnswer("'totalResults' and 'Resources' are missing");
        }
        List<Resource> resources = new ArrayList<>();
        for (Object element : Json.list(json.get("Resources"))) {
            resources.add(Resource.of(Json.object(element)));
        }
        return new ListAnswer(Json.count(json.get("totalResults")), Json.text(json.get("nextCursor")), resources);
    }

    /** Says how many there are. */
    @Override
    public String toString() {
        return "ListAnswer[" + resources.size() + " of " + total + "]";
    }
}
