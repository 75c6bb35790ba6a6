package dev.tenure.benchmarks.okta;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The limit: the same HTTP client and the same JSON reader, and nobody looks at what is read. */
final class BareOkta {

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final HttpUrl url;

    BareOkta(String url, OkHttpClient client) {
        this.url = HttpUrl.get(url + "/api/v1/users");
        this.client = client;
    }

    /** Walks over all pages; gives how many users there were. */
    long list(int pageSize) throws IOException {
        long users = 0;
        HttpUrl next = url.newBuilder()
                .addQueryParameter("limit", Integer.toString(pageSize))
                .build();
        while (next != null) {
            try (Response response =
                    client.newCall(new Request.Builder().url(next).build()).execute()) {
                JsonReader reader = JsonReader.of(response.body().source());
                reader.beginArray();
                while (reader.hasNext()) {
                    walk(reader);
                    users++;
                }
                reader.endArray();
                next = next(response.headers("Link"));
            }
        }
        return users;
    }

    /** Makes a user and walks over the answer; gives its status. */
    int create(byte[] body) throws IOException {
        Request request = new Request.Builder()
                .url(url.newBuilder().addQueryParameter("activate", "true").build())
                .header("Authorization", "SSWS token")
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            walk(JsonReader.of(response.body().source()));
            return response.code();
        }
    }

    private static @Nullable HttpUrl next(List<String> links) {
        for (String link : links) {
            if (link.endsWith("rel=\"next\"")) {
                return HttpUrl.get(link.substring(1, link.indexOf('>')));
            }
        }
        return null;
    }

    private static void walk(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                reader.beginObject();
                while (reader.hasNext()) {
                    if (reader.nextName().isEmpty()) {
                        throw new IOException("A name is empty");
                    }
                    walk(reader);
                }
                reader.endObject();
            }
            case BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    walk(reader);
                }
                reader.endArray();
            }
            case STRING -> {
                if (reader.nextString().isEmpty()) {
                    throw new IOException("A text is empty");
                }
            }
            default -> reader.skipValue();
        }
    }
}
