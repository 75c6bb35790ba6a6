package dev.tenure.simulators.successfactors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entities of the tenant: properties with their types, keys, and where navigations lead. */
final class Schema {

    enum Type {
        STRING("Edm.String"),
        DATE("Edm.DateTime"),
        INSTANT("Edm.DateTimeOffset"),
        LONG("Edm.Int64"),
        FLAG("Edm.Boolean");

        private final String edm;

        Type(String edm) {
            this.edm = edm;
        }

        String edm() {
            return edm;
        }
    }

    /** A navigation: to the records of {@code target} whose {@code theirs} is our {@code ours}. */
    record Navigation(String target, String ours, String theirs, boolean many) {}

    /**
     * An entity.
     *
     * @param owner the property that all slices of one thing share, where it is effective-dated
     */
    record Entity(
            String name,
            List<String> key,
            Optional<String> owner,
            Map<String, Type> properties,
            Map<String, Navigation> navigations) {}

    private static final Map<String, Entity> ENTITIES = entities();

    private Schema() {}

    static Optional<Entity> find(String name) {
        return Optional.ofNullable(ENTITIES.get(name));
    }

    static Entity of(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("There is no entity " + name));
    }

    private static Map<String, Entity> entities() {
        Map<String, Entity> all = new LinkedHashMap<>();
        Navigation person = new Navigation("PerPerson", "personIdExternal", "personIdExternal", false);
        add(
                all,
                "PerPerson",
                "personIdExternal",
                "",
                "personIdExternal perPersonUuid personId:L dateOfBirth:D createdDateTime:I lastModifiedDateTime:I"
                        + " lastModifiedOn:D",
                Map.of(
                        "personalInfoNav", own("PerPersonal", "personIdExternal", true),
                        "employmentNav", own("EmpEmployment", "personIdExternal", true),
                        "emailNav", own("PerEmail", "personIdExternal", true),
                        "phoneNav", own("PerPhone", "personIdExternal", true)));
        add(
                all,
                "PerPersonal",
                "personIdExternal startDate",
                "personIdExternal",
                "personIdExternal startDate:D endDate:D firstName lastName preferredName middleName displayName gender"
                        + " lastModifiedDateTime:I",
                Map.of("personNav", person));
        add(
                all,
                "PerEmail",
                "emailType personIdExternal",
                "",
                "personIdExternal emailType emailAddress isPrimary:B lastModifiedDateTime:I",
                Map.of(
                        "emailTypeNav",
                        new Navigation("PicklistOption", "emailType", "id", false),
                        "personNav",
                        person));
        add(
                all,
                "PerPhone",
                "personIdExternal phoneType",
                "",
                "personIdExternal phoneType phoneNumber countryCode areaCode extension isPrimary:B"
                        + " lastModifiedDateTime:I",
                Map.of(
                        "phoneTypeNav",
                        new Navigation("PicklistOption", "phoneType", "id", false),
                        "personNav",
                        person));
        add(
                all,
                "EmpEmployment",
                "personIdExternal userId",
                "",
                "personIdExternal userId startDate:D endDate:D originalStartDate:D firstDateWorked:D lastDateWorked:D"
                        + " assignmentClass isContingentWorker:B jobNumber:L employmentId:L lastModifiedDateTime:I",
                Map.of(
                        "userNav", own("User", "userId", false),
                        "jobInfoNav", own("EmpJob", "userId", true),
                        "personNav", person));
        add(
                all,
                "EmpJob",
                "seqNumber startDate userId",
                "userId",
                "userId startDate:D endDate:D seqNumber:L emplStatus event eventReason jobTitle jobCode company"
                        + " businessUnit division department costCenter location managerId position timezone"
                        + " employeeClass customString1 lastModifiedDateTime:I lastModifiedOn:D",
                Map.of(
                        "emplStatusNav", new Navigation("PicklistOption", "emplStatus", "id", false),
                        "departmentNav", new Navigation("FODepartment", "department", "externalCode", false),
                        "businessUnitNav", new Navigation("FOBusinessUnit", "businessUnit", "externalCode", false),
                        "locationNav", new Navigation("FOLocation", "location", "externalCode", false),
                        "managerUserNav", new Navigation("User", "managerId", "userId", false)));
        add(all, "User", "userId", "", "userId username status lastModifiedDateTime:I", Map.of());
        for (String object : List.of("FODepartment", "FOBusinessUnit", "FOLocation")) {
            add(
                    all,
                    object,
                    "externalCode startDate",
                    "externalCode",
                    "externalCode startDate:D endDate:D name name_localized",
                    Map.of());
        }
        add(all, "PicklistOption", "id", "", "id:L externalCode picklistId", Map.of());
        add(
                all,
                "Picklist",
                "picklistId",
                "",
                "picklistId",
                Map.of("picklistOptions", own("PicklistOption", "picklistId", true)));
        return Map.copyOf(all);
    }

    private static Navigation own(String target, String property, boolean many) {
        return new Navigation(target, property, property, many);
    }

    private static void add(
            Map<String, Entity> all,
            String name,
            String key,
            String owner,
            String properties,
            Map<String, Navigation> navigations) {
        Map<String, Type> types = new LinkedHashMap<>();
        for (String property : properties.split(" ", -1)) {
            int colon = property.indexOf(':');
            types.put(colon < 0 ? property : property.substring(0, colon), colon < 0 ? Type.STRING : type(property));
        }
        all.put(
                name,
                new Entity(
                        name,
                        List.of(key.split(" ", -1)),
                        owner.isEmpty() ? Optional.empty() : Optional.of(owner),
                        types,
                        navigations));
    }

    private static Type type(String property) {
        return switch (property.charAt(property.length() - 1)) {
            case 'D' -> Type.DATE;
            case 'I' -> Type.INSTANT;
            case 'L' -> Type.LONG;
            default -> Type.FLAG;
        };
    }
}
