package com.example.directory;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okio.Okio;

/** The directory itself, as far as its manual goes: what the connector is tested against. */
final class DirectoryServer implements AutoCloseable {

    static final String TOKEN = "directory-token";
    static final int PAGE = 3;

    private record Answer(int status, Map<String, Object> body) {}

    private final JsonAdapter<Map<String, Object>> json = new Moshi.Builder()
            .build()
            .<Map<String, Object>>adapter(Types.newParameterizedType(Map.class, String.class, Object.class));
    private final Map<String, Map<String, Object>> people = new TreeMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final List<String> writes = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;
    private int made;
    private Answer fault = new Answer(0, Map.of());
    private String faultBody = "";
    private int listingsToFail;
    private int listingFault;
    private boolean turnsAway;

    DirectoryServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    /** Answers every call like this from now on. */
    synchronized void answerAll(int status, String body) {
        fault = new Answer(status, Map.of());
        faultBody = body;
    }

    /** Answers the next listings like this. */
    synchronized void failListings(int times, int status) {
        listingsToFail = times;
        listingFault = status;
    }

    /** Turns the next person away who is to be made. */
    synchronized void turnAwayNextPerson() {
        turnsAway = true;
    }

    synchronized List<String> writes() {
        return List.copyOf(writes);
    }

    synchronized Map<String, Object> person(String login) {
        return people.values().stream()
                .filter(person -> login.equals(person.get("login")))
                .findFirst()
                .orElseThrow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            String text;
            synchronized (this) {
                answer = fault.status() == 0 ? answer(exchange) : fault;
                text = fault.status() == 0 ? json.toJson(answer.body()) : faultBody;
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (answer.status() == 429) {
                exchange.getResponseHeaders().add("Retry-After", "7");
            }
            exchange.sendResponseHeaders(answer.status(), answer.status() == 204 ? -1 : bytes.length);
            if (answer.status() != 204) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Answer(401, Map.of());
        }
        String method = exchange.getRequestMethod();
        List<String> path = List.of(exchange.getRequestURI().getPath().split("/", -1))
                .subList(2, exchange.getRequestURI().getPath().split("/", -1).length);
        Map<String, Object> body = body(exchange);
        if (turnsAway && method.equals("POST") && path.equals(List.of("people"))) {
            turnsAway = false;
            return new Answer(429, Map.of());
        }
        if (!method.equals("GET")) {
            writes.add(method + " " + path.get(0) + (path.size() > 2 ? "/" + path.get(2) : ""));
        }
        Map<String, String> query = query(exchange);
        return path.get(0).equals("people") ? people(method, path, query, body) : groups(method, path, query, body);
    }

    private Map<String, Object> body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        if (bytes.length == 0) {
            return Map.of();
        }
        return Objects.requireNonNull(json.fromJson(Okio.buffer(Okio.source(new java.io.ByteArrayInputStream(bytes)))));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (String part : raw.split("&", -1)) {
                int at = part.indexOf('=');
                query.put(part.substring(0, at), URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private Answer people(String method, List<String> path, Map<String, String> query, Map<String, Object> body) {
        if (path.size() == 1) {
            return method.equals("GET") ? list(query) : save(new LinkedHashMap<>(), body, 201);
        }
        Map<String, Object> person = people.get(path.get(1));
        if (person == null) {
            return new Answer(404, Map.of());
        }
        return switch (method) {
            case "GET" -> new Answer(200, person);
            case "DELETE" -> {
                people.remove(path.get(1));
                members.values().forEach(all -> all.remove(path.get(1)));
                yield new Answer(204, Map.of());
            }
            case "PUT" -> state(person, text(body, "state"));
            default -> save(person, body, 200);
        };
    }

    private Answer list(Map<String, String> query) {
        if (query.containsKey("after")) {
            if (listingsToFail > 0) {
                listingsToFail--;
                return new Answer(listingFault, Map.of());
            }
            List<Map<String, Object>> rest = people.entrySet().stream()
                    .filter(person -> person.getKey().compareTo(query.get("after")) > 0)
                    .map(Map.Entry::getValue)
                    .toList();
            List<Map<String, Object>> page = rest.subList(0, Math.min(PAGE, rest.size()));
            Map<String, Object> answer = new LinkedHashMap<>(Map.of("people", page));
            if (rest.size() > PAGE) {
                answer.put("next", page.get(PAGE - 1).get("id"));
            }
            return new Answer(200, answer);
        }
        return new Answer(
                200,
                Map.of(
                        "people",
                        people.values().stream()
                                .filter(person -> query.entrySet().stream()
                                        .allMatch(key -> key.getKey().equals("limit")
                                                || key.getValue().equals(person.get(key.getKey()))))
                                .toList()));
    }

    private Answer save(Map<String, Object> person, Map<String, Object> patch, int status) {
        Map<String, Object> changed = new LinkedHashMap<>(person);
        for (String field : People.SCHEMA.names()) {
            Object value = patch.containsKey(field) ? patch.get(field) : person.get(field);
            if (value instanceof String text && text.length() > 100) {
                return new Answer(422, Map.of("field", field));
            }
            changed.put(field, value);
        }
        for (String key : List.of("login", "email")) {
            boolean taken = people.values().stream()
                    .anyMatch(other -> !Objects.equals(other.get("id"), person.get("id"))
                            && Objects.equals(other.get(key), changed.get(key)));
            if (taken) {
                return new Answer(409, Map.of("field", key));
            }
        }
        if (!changed.containsKey("id")) {
            made++;
            changed.put("id", "p" + (1000 + made));
            changed.put("state", "open");
        }
        people.put((String) changed.get("id"), changed);
        return new Answer(status, changed);
    }

    private static String text(Map<String, Object> json, String name) {
        return String.valueOf(json.get(name));
    }

    private static Answer state(Map<String, Object> person, String wanted) {
        boolean closed = text(person, "state").equals("closed");
        switch (wanted) {
            case "blocked" -> person.put("state", closed ? "closed" : "blocked");
            case "unblocked" -> person.put("state", closed ? "closed" : "open");
            default -> person.put("state", wanted);
        }
        return new Answer(204, Map.of());
    }

    private Answer groups(String method, List<String> path, Map<String, String> query, Map<String, Object> body) {
        if (path.size() == 1 && method.equals("GET")) {
            return new Answer(
                    200,
                    Map.of(
                            "groups",
                            groups.entrySet().stream()
                                    .filter(group -> group.getValue().equals(query.get("name")))
                                    .map(group -> Map.of("id", group.getKey(), "name", group.getValue()))
                                    .toList()));
        }
        String id = path.size() == 1 ? "" : path.get(1);
        if (!id.isEmpty() && !groups.containsKey(id)) {
            return new Answer(404, Map.of());
        }
        Set<String> inIt = members.computeIfAbsent(id, any -> new LinkedHashSet<>());
        if (path.size() == 4) {
            if (method.equals("PUT") && !people.containsKey(path.get(3))) {
                return new Answer(404, Map.of());
            }
            boolean ignored = method.equals("PUT") ? inIt.add(path.get(3)) : inIt.remove(path.get(3));
            return new Answer(204, Map.of());
        }
        return switch (method) {
            case "GET" -> new Answer(200, Map.of("members", List.copyOf(inIt)));
            case "DELETE" -> {
                groups.remove(id);
                yield new Answer(204, Map.of());
            }
            default -> name(id, text(body, "name"));
        };
    }

    private Answer name(String id, String name) {
        if (groups.entrySet().stream()
                .anyMatch(other ->
                        other.getValue().equals(name) && !other.getKey().equals(id))) {
            return new Answer(409, Map.of("field", "name"));
        }
        String group = id;
        if (group.isEmpty()) {
            made++;
            group = "g" + made;
        }
        groups.put(group, name);
        return new Answer(id.isEmpty() ? 201 : 200, Map.of("id", group, "name", name));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
