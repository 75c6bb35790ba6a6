package dev.tenure.okta;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolverFactory;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/** Holds every request and every answer that passes to Okta's own OpenAPI description. */
final class OpenApiCheck implements Interceptor {

    private final OpenApiInteractionValidator validator;
    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());

    private OpenApiCheck(OpenApiInteractionValidator validator) {
        this.validator = validator;
    }

    /** The folder of reference documents, which is not part of this repository. */
    static Path description() {
        return Path.of(System.getProperty("tenure.reference", "../../shared/reference"))
                .resolve("okta/management-mock.json");
    }

    static OpenApiCheck load() throws IOException {
        return new OpenApiCheck(
                OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(description()))
                        .withLevelResolver(LevelResolverFactory.withAdditionalPropertiesIgnored())
                        .build());
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Method method = Method.valueOf(request.method().toUpperCase(Locale.ROOT));
        String path = request.url().encodedPath();
        note("request", method, path, validator.validateRequest(simple(request, method, path)));
        Response response = chain.proceed(request);
        if (response.code() < 400) {
            SimpleResponse.Builder simple = new SimpleResponse.Builder(response.code());
            String body = response.peekBody(Long.MAX_VALUE).string();
            if (!body.isEmpty()) {
                simple.withContentType("application/json").withBody(body);
            }
            note("answer", method, path, validator.validateResponse(path, method, simple.build()));
        }
        return response;
    }

    private static SimpleRequest simple(Request request, Method method, String path) throws IOException {
        SimpleRequest.Builder simple = new SimpleRequest.Builder(method, path);
        request.headers().forEach(header -> simple.withHeader(header.getFirst(), header.getSecond()));
        for (String name : request.url().queryParameterNames()) {
            simple.withQueryParam(name, request.url().queryParameterValues(name));
        }
        if (request.body() != null && request.body().contentLength() > 0) {
            Buffer body = new Buffer();
            request.body().writeTo(body);
            simple.withContentType("application/json").withBody(body.readUtf8());
        }
        return simple.build();
    }

    private void note(String what, Method method, String path, ValidationReport report) {
        for (ValidationReport.Message message : report.getMessages()) {
            if (message.getLevel() == ValidationReport.Level.ERROR && !isAmbiguous(path, message)) {
                violations.add(
                        what + " of " + method + " " + path + ": " + message.getKey() + " " + message.getMessage());
            }
        }
    }

    /** Okta describes this body as one of two objects, neither of which requires anything: every body is both. */
    private static boolean isAmbiguous(String path, ValidationReport.Message message) {
        return path.matches("/api/v1/apps/[^/]+/users/[^/]+")
                && message.getKey().equals("validation.request.body.schema.oneOf")
                && message.getMessage().contains("matched 2 out of 2");
    }
}
