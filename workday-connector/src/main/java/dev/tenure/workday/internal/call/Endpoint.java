package dev.tenure.workday.internal.call;

import dev.tenure.http.ServiceUrl;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Where a tenant's services are.
 *
 * @param base the address up to the tenant
 * @param tenant the tenant's name
 * @param version the version that the address names, such as {@code v31.2}; empty if it names none
 */
public record Endpoint(HttpUrl base, String tenant, Optional<String> version) {

    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}(\\.[0-9]{1,3})?");
    private static final String SHAPE = "https://HOST/ccx/service/TENANT";

    /**
     * Reads an address: up to the tenant, as Okta documents it, or that of a service, with or without version.
     *
     * @param text the address
     * @return the endpoint
     * @throws IllegalArgumentException if it is not such an address
     */
    public static Endpoint parse(String text) {
        String stripped = text.strip();
        int query = stripped.indexOf('?');
        boolean wsdl = query >= 0 && stripped.substring(query + 1).equalsIgnoreCase("wsdl");
        HttpUrl url = ServiceUrl.parse("endpoint", wsdl ? stripped.substring(0, query) : stripped);
        List<String> path =
                url.pathSegments().stream().filter(part -> !part.isEmpty()).toList();
        int service = path.indexOf("service");
        if (service < 1 || !path.get(service - 1).equals("ccx") || path.size() < service + 2) {
            throw new IllegalArgumentException(
                    "Setting 'endpoint' names no tenant; give the address up to the tenant, such as " + SHAPE);
        }
        if (path.size() > service + 4) {
            throw new IllegalArgumentException(
                    "Setting 'endpoint' goes on behind the version of the service; give the address up to the tenant, such as "
                            + SHAPE);
        }
        Optional<String> version = path.size() == service + 4 ? Optional.of(path.get(service + 3)) : Optional.empty();
        version.ifPresent(Endpoint::checkVersion);
        HttpUrl.Builder base = url.newBuilder().encodedPath("/");
        path.subList(0, service + 2).forEach(base::addPathSegment);
        return new Endpoint(base.build(), path.get(service + 1), version);
    }

    /**
     * Checks the form of a version.
     *
     * @param version the version
     * @throws IllegalArgumentException if it has not the form of {@code v31.2}
     */
    public static void checkVersion(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "Setting 'apiVersion' is no version of Workday's services; give one such as v31.2");
        }
    }

    /**
     * Gives the address of a service.
     *
     * @param service the service's name
     * @param version its version
     * @return the address
     */
    public HttpUrl service(String service, String version) {
        return base.newBuilder().addPathSegment(service).addPathSegment(version).build();
    }

    /**
     * Gives the address of a custom report.
     *
     * @param owner the user who owns it
     * @param name its name
     * @return the address without a query
     */
    public HttpUrl report(String owner, String name) {
        return base.newBuilder()
                .setPathSegment(base.pathSize() - 1, "customreport2")
                .addPathSegment(tenant)
                .addPathSegment(owner)
                .addPathSegment(name)
                .build();
    }

    /**
     * Completes the name of an integration system user with the tenant.
     *
     * @param user the name, with or without {@code @tenant}
     * @return the name with the tenant
     * @throws IllegalArgumentException if it is empty or names another tenant
     */
    public String qualified(String user) {
        String name = user.strip();
        int at = name.lastIndexOf('@');
        String suffix = name.substring(at + 1);
        if (name.isEmpty() || at == 0) {
            throw new IllegalArgumentException("Setting 'user' is empty; give the integration system user");
        }
        if (at > 0 && suffix.equals(tenant)) {
            return name;
        }
        if (at > 0 && !suffix.contains(".")) {
            throw new IllegalArgumentException(
                    "Setting 'user' names another tenant than setting 'endpoint'; give the user name alone, or correct one of them");
        }
        return name + "@" + tenant;
    }
}
