package dev.tenure.benchmarks.workday;

import dev.tenure.workday.WorkdaySource;
import dev.tenure.workday.WorkdaySourceBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;

/**
 * A tenant that answers the connector's own requests from memory, within its HTTP client, so that everything of a read is
 * measured but the network. Safe for use by several threads.
 */
public final class MemoryTenant implements Interceptor {

    /** The instant of every figure: nothing here depends on the day on which it is measured. */
    public static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");

    private static final MediaType XML = MediaType.get("text/xml; charset=UTF-8");
    private static final Pattern PAGE = Pattern.compile(":Page>(\\d+)<");
    private static final Pattern OPERATION = Pattern.compile(":(\\w+)_(?:Request|Get)[ >/]");
    private static final String NAMESPACE = " xmlns:wd=\"urn:com.workday/bsvc\" wd:version=\"v31.2\">";

    private final WorkerTemplate template = new WorkerTemplate();
    private final int workers;
    private final int pageSize;
    private final IntFunction<byte[]> pages;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    private volatile Runnable lastPage = () -> {};

    private MemoryTenant(int workers, int pageSize, boolean kept) {
        this.workers = workers;
        this.pageSize = pageSize;
        Map<Integer, byte[]> made = new ConcurrentHashMap<>();
        this.pages = kept ? number -> made.computeIfAbsent(number, this::write) : this::write;
    }

    /**
     * Makes a tenant whose pages are written once and kept.
     *
     * @param workers how many workers
     * @param pageSize how many to a page
     * @return the tenant
     */
    public static MemoryTenant keeping(int workers, int pageSize) {
        return new MemoryTenant(workers, pageSize, true);
    }

    /**
     * Makes a tenant whose pages are written anew each time, for more workers than memory holds.
     *
     * @param workers how many workers
     * @param pageSize how many to a page
     * @return the tenant
     */
    public static MemoryTenant writing(int workers, int pageSize) {
        return new MemoryTenant(workers, pageSize, false);
    }

    /**
     * Makes a source that reads this tenant, with the connector's default settings.
     *
     * @return the source
     */
    public WorkdaySource source() {
        return builder().build();
    }

    /**
     * Makes a source that does all on the thread that reads, and fetches nothing ahead on another one.
     *
     * @return the source
     */
    public WorkdaySource sourceOfOneThread() {
        return builder().prefetch(false).build();
    }

    private WorkdaySourceBuilder builder() {
        return WorkdaySource.builder("https://benchmark.invalid/ccx/service/tenant")
                .credentials("user", "password")
                .pageSize(pageSize)
                .client(new OkHttpClient.Builder().addInterceptor(this).build())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /**
     * Gives how many pages there are.
     *
     * @return how many
     */
    public int pageCount() {
        return (workers + pageSize - 1) / pageSize;
    }

    /**
     * Gives the bytes of a page.
     *
     * @param number from 1
     * @return the whole SOAP envelope
     */
    public byte[] page(int number) {
        return pages.apply(number);
    }

    /**
     * Gives how often an operation was called.
     *
     * @param operation such as {@code Get_Workers}
     * @return how often
     */
    public int calls(String operation) {
        return calls.getOrDefault(operation, new AtomicInteger()).get();
    }

    /**
     * Sets what is done when the last page is asked for, which is when a read remembers most.
     *
     * @param action the action
     */
    public void onLastPage(Runnable action) {
        lastPage = action;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Buffer sent = new Buffer();
        var body = chain.request().body();
        if (body == null) {
            throw new IOException("The request has no body");
        }
        body.writeTo(sent);
        String request = sent.readUtf8();
        Matcher operation = OPERATION.matcher(request);
        if (!operation.find()) {
            throw new IOException("The request names no operation");
        }
        calls.computeIfAbsent(operation.group(1), any -> new AtomicInteger()).incrementAndGet();
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(body(answer(operation.group(1), request)))
                .build();
    }

    /** A body that is read piece by piece, as one from a network is; made of an array, it would be copied first. */
    private static ResponseBody body(byte[] bytes) {
        BufferedSource source = Okio.buffer(Okio.source(new ByteArrayInputStream(bytes)));
        return ResponseBody.create(source, XML, bytes.length);
    }

    private byte[] answer(String operation, String request) {
        return switch (operation) {
            case "Get_Workers" -> {
                int number = number(request);
                if (number == pageCount()) {
                    lastPage.run();
                }
                yield page(number);
            }
            case "Server_Timestamp" ->
                envelope("<wd:Server_Timestamp" + NAMESPACE + "<wd:Server_Timestamp_Data>" + NOW
                        + "</wd:Server_Timestamp_Data></wd:Server_Timestamp>");
            case "Get_Locations" ->
                envelope("<wd:Get_Locations_Response" + NAMESPACE + results(1, 1, 1)
                        + "<wd:Response_Data><wd:Location><wd:Location_Reference><wd:ID wd:type=\"Location_ID\">SFO-1"
                        + "</wd:ID></wd:Location_Reference><wd:Location_Data><wd:Time_Zone_Reference>"
                        + "<wd:ID wd:type=\"Time_Zone_ID\">America/Los_Angeles</wd:ID></wd:Time_Zone_Reference>"
                        + "</wd:Location_Data></wd:Location></wd:Response_Data></wd:Get_Locations_Response>");
            case "Get_Provisioning_Groups" ->
                envelope("<wd:Provisioning_Groups_Response" + NAMESPACE + results(2, 1, 2) + "<wd:Response_Data>"
                        + group("All Staff") + group("VPN Users")
                        + "</wd:Response_Data></wd:Provisioning_Groups_Response>");
            default -> throw new IllegalStateException("The tenant does not answer " + operation);
        };
    }

    private static int number(String request) {
        Matcher page = PAGE.matcher(request);
        if (!page.find()) {
            throw new IllegalStateException("The tenant answers reads by page only, and this one asks for ids");
        }
        return Integer.parseInt(page.group(1));
    }

    private static String group(String name) {
        return "<wd:Provisioning_Group><wd:Provisioning_Group_Reference><wd:ID wd:type=\"WID\">"
                + name.replace(' ', '-')
                + "</wd:ID></wd:Provisioning_Group_Reference><wd:Provisioning_Group_Data><wd:Name>"
                + name + "</wd:Name></wd:Provisioning_Group_Data></wd:Provisioning_Group>";
    }

    private static String results(int total, int page, int found) {
        return "<wd:Response_Results><wd:Total_Results>" + total + "</wd:Total_Results><wd:Page_Results>" + found
                + "</wd:Page_Results><wd:Page>" + page + "</wd:Page></wd:Response_Results>";
    }

    private static byte[] envelope(String body) {
        return ("<env:Envelope xmlns:env=\"http://schemas.xmlsoap.org/soap/envelope/\"><env:Body>" + body
                        + "</env:Body></env:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The first worker of a page manages all of it. */
    private byte[] write(int number) {
        int from = (number - 1) * pageSize;
        int to = Math.min(workers, from + pageSize);
        ByteArrayOutputStream out = new ByteArrayOutputStream(15_000 * (to - from));
        out.writeBytes(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<env:Envelope"
                        + " xmlns:env=\"http://schemas.xmlsoap.org/soap/envelope/\"><env:Body><wd:Get_Workers_Response"
                        + NAMESPACE + results(workers, number, to - from) + "<wd:Response_Data>")
                .getBytes(StandardCharsets.UTF_8));
        for (int worker = from; worker < to; worker++) {
            template.write(out, worker, from);
        }
        out.writeBytes("</wd:Response_Data></wd:Get_Workers_Response></env:Body></env:Envelope>"
                .getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
