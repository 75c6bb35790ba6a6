package dev.tenure.lifecycle.testkit.report;

import com.squareup.moshi.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A headless Chromium with one page, driven through its debugging pipe: no port, no network, no driver. */
final class Browser implements AutoCloseable {

    private final Process process;
    private final OutputStream in;
    private final InputStream out;
    private final String session;
    private int calls;

    private Browser(Process process) {
        this.process = process;
        this.in = process.getOutputStream();
        this.out = process.getInputStream();
        this.session = attach();
        awaitPage();
    }

    static Optional<Path> binary() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser open(Path binary, Path page, Path profile) {
        // The pipe is on descriptors 3 and 4; what the browser itself has to say is of no interest.
        List<String> command = List.of(
                "/bin/sh",
                "-c",
                "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null",
                binary.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--remote-debugging-pipe",
                "--window-size=1200,900",
                "--user-data-dir=" + profile,
                page.toUri().toString());
        try {
            return new Browser(new ProcessBuilder(command).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @SuppressWarnings("unchecked")
    private String attach() {
        while (true) {
            List<Map<String, Object>> targets = (List<Map<String, Object>>)
                    call("Target.getTargets", "{}", "").get("targetInfos");
            for (Map<String, Object> target : targets) {
                if (target.get("type").equals("page")
                        && target.get("url").toString().startsWith("file:")) {
                    String parameters = "{\"targetId\":\"" + target.get("targetId") + "\",\"flatten\":true}";
                    return call("Target.attachToTarget", parameters, "")
                            .get("sessionId")
                            .toString();
                }
            }
        }
    }

    /** The page comes after an empty one, whose context goes away under whoever asks it. */
    private void awaitPage() {
        String parameters = "{\"returnByValue\":true,\"expression\":\"location.protocol + document.readyState\"}";
        while (!String.valueOf(send("Runtime.evaluate", parameters, session)).contains("file:complete")) {
            Thread.onSpinWait();
        }
    }

    /** Evaluates an expression that gives text, of the page. A promise is waited for. */
    @SuppressWarnings("unchecked")
    String evaluate(String expression) {
        String script = "(async () => String(await (" + expression + ")))()";
        String parameters = "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":" + quote(script) + "}";
        Map<String, Object> answer = call("Runtime.evaluate", parameters, session);
        if (answer.containsKey("exceptionDetails")) {
            throw new AssertionError("The page failed: " + answer.get("exceptionDetails"));
        }
        return ((Map<String, Object>) answer.get("result")).get("value").toString();
    }

    /** Types text into what has the focus, as a keyboard would. */
    void type(String text) {
        call("Input.insertText", "{\"text\":" + quote(text) + "}", session);
    }

    void press(String key, int code) {
        String parameters = "\"key\":\"" + key + "\",\"code\":\"" + key + "\",\"windowsVirtualKeyCode\":" + code
                + (key.equals("Enter") ? ",\"text\":\"\\r\"" : key.length() == 1 ? ",\"text\":\"" + key + "\"" : "")
                + "}";
        call("Input.dispatchKeyEvent", "{\"type\":\"keyDown\"," + parameters, session);
        call("Input.dispatchKeyEvent", "{\"type\":\"keyUp\"," + parameters, session);
    }

    /** Clicks in the middle of the first element that a selector finds, as a mouse would. */
    void click(String selector) {
        String[] at = evaluate("(() => { const one = document.querySelector(" + quote(selector)
                        + "); one.scrollIntoView({block: 'center'}); const box = one.getBoundingClientRect();"
                        + " return (box.x + box.width / 2) + ' ' + (box.y + box.height / 2); })()")
                .split(" ", -1);
        String there = "\"x\":" + at[0] + ",\"y\":" + at[1] + ",\"button\":\"left\",\"clickCount\":1}";
        call("Input.dispatchMouseEvent", "{\"type\":\"mousePressed\"," + there, session);
        call("Input.dispatchMouseEvent", "{\"type\":\"mouseReleased\"," + there, session);
    }

    /** Shows the page as a screen of this width would. */
    void width(int pixels) {
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + pixels + ",\"height\":900,\"deviceScaleFactor\":1,\"mobile\":" + (pixels < 700) + "}",
                session);
    }

    /** What a screen reader is given: role and name of each node, and its level or how it is announced. */
    @SuppressWarnings("unchecked")
    List<Spoken> spoken() {
        List<Map<String, Object>> nodes = (List<Map<String, Object>>)
                call("Accessibility.getFullAXTree", "{}", session).get("nodes");
        List<Spoken> spoken = new ArrayList<>();
        for (Map<String, Object> node : nodes) {
            if (Boolean.FALSE.equals(node.get("ignored")) && node.containsKey("role")) {
                StringBuilder properties = new StringBuilder();
                ((List<Map<String, Object>>) node.getOrDefault("properties", List.of()))
                        .forEach(one -> properties
                                .append(one.get("name"))
                                .append('=')
                                .append(((Map<String, Object>) one.get("value")).get("value"))
                                .append(' '));
                spoken.add(new Spoken(text(node.get("role")), text(node.get("name")), properties.toString()));
            }
        }
        return spoken;
    }

    @SuppressWarnings("unchecked")
    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(((Map<String, Object>) value).get("value"));
    }

    /** One thing that a screen reader is given. */
    record Spoken(String role, String name, String properties) {}

    @SuppressWarnings("unchecked")
    private Map<String, Object> call(String method, String parameters, String inSession) {
        Map<String, Object> answer = send(method, parameters, inSession);
        if (answer.containsKey("error")) {
            throw new AssertionError(method + " failed: " + answer.get("error"));
        }
        return (Map<String, Object>) answer.get("result");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> send(String method, String parameters, String inSession) {
        int id = ++calls;
        String message = "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters
                + (inSession.isEmpty() ? "" : ",\"sessionId\":\"" + inSession + "\"") + "}\0";
        try {
            in.write(message.getBytes(StandardCharsets.UTF_8));
            in.flush();
            while (true) {
                Map<String, Object> answer = (Map<String, Object>)
                        JsonReader.of(new Buffer().write(read())).readJsonValue();
                if (answer != null && Double.valueOf(id).equals(answer.get("id"))) {
                    return answer;
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] read() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int next = out.read();
        while (next > 0) {
            message.write(next);
            next = out.read();
        }
        if (next < 0) {
            throw new IOException("The browser is gone");
        }
        return message.toByteArray();
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** Lets the browser end by itself, so that it leaves its profile alone afterwards. */
    @Override
    public void close() {
        try {
            send("Browser.close", "{}", "");
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
