package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schemas that the service knows. */
record Schema(String urn, String name, List<Attr> attributes) {

    static final String USER_URN = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String GROUP_URN = "urn:ietf:params:scim:schemas:core:2.0:Group";
    static final String ENTERPRISE_URN = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final List<String> PLACES = List.of("work", "home", "other");

    /** What every resource has, and no schema names. */
    static final List<Attr> COMMON = List.of(
            Attr.text("id").isExact().withMutability("readOnly"),
            Attr.text("externalId").isExact(),
            Attr.complex("meta", Attr.text("resourceType"), Attr.text("location"), Attr.text("version"))
                    .withMutability("readOnly"),
            Attr.text("schemas").withMutability("readOnly"));

    static final Schema USER = new Schema(
            USER_URN,
            "User",
            List.of(
                    Attr.text("userName").isRequired().isUnique(),
                    Attr.complex(
                            "name",
                            Attr.text("formatted"),
                            Attr.text("familyName"),
                            Attr.text("givenName"),
                            Attr.text("middleName"),
                            Attr.text("honorificPrefix"),
                            Attr.text("honorificSuffix")),
                    Attr.text("displayName"),
                    Attr.text("nickName"),
                    Attr.simple("profileUrl", "reference"),
                    Attr.text("title"),
                    Attr.text("userType"),
                    Attr.text("preferredLanguage"),
                    Attr.text("locale"),
                    Attr.text("timezone"),
                    Attr.simple("active", "boolean"),
                    Attr.text("password").withMutability("writeOnly"),
                    Attr.many("emails", PLACES, Attr.text("value"), Attr.text("display")),
                    Attr.many(
                            "phoneNumbers",
                            List.of("work", "home", "mobile", "fax", "pager", "other"),
                            Attr.text("value"),
                            Attr.text("display")),
                    Attr.many(
                            "addresses",
                            PLACES,
                            Attr.text("formatted"),
                            Attr.text("streetAddress"),
                            Attr.text("locality"),
                            Attr.text("region"),
                            Attr.text("postalCode"),
                            Attr.text("country")),
                    Attr.many("groups", List.of("direct", "indirect"), Attr.text("value"), Attr.text("display"))
                            .withMutability("readOnly"),
                    Attr.many("entitlements", List.of(), Attr.text("value"), Attr.text("display")),
                    Attr.many("roles", List.of(), Attr.text("value"), Attr.text("display"))));

    static final Schema ENTERPRISE = new Schema(
            ENTERPRISE_URN,
            "EnterpriseUser",
            List.of(
                    Attr.text("employeeNumber"),
                    Attr.text("costCenter"),
                    Attr.text("organization"),
                    Attr.text("division"),
                    Attr.text("department"),
                    Attr.complex(
                            "manager",
                            Attr.text("value"),
                            Attr.simple("$ref", "reference"),
                            Attr.text("displayName").withMutability("readOnly"))));

    static final Schema GROUP = new Schema(
            GROUP_URN,
            "Group",
            List.of(
                    Attr.text("displayName").isRequired(),
                    Attr.many("members", List.of("User", "Group"), Attr.text("value"), Attr.text("display"))));

    Optional<Attr> attribute(String wanted) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equalsIgnoreCase(wanted))
                .findFirst();
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:Schema"));
        json.put("id", urn);
        json.put("name", name);
        json.put("attributes", attributes.stream().map(Attr::json).toList());
        return json;
    }
}
