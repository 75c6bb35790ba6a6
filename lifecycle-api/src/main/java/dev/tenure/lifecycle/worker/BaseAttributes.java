package dev.tenure.lifecycle.worker;

import java.util.List;

/** The names of the base attributes that every source profile has (rule M1). */
public final class BaseAttributes {

    private BaseAttributes() {}

    /**
     * Gives the names in the order of the rule book.
     *
     * @return the names, unmodifiable
     */
    public static List<String> names() {
        return List.of(
                "userName",
                "accountType",
                "businessTitle",
                "businessUnit",
                "city",
                "countryCode",
                "email",
                "employeeID",
                "firstName",
                "lastName",
                "location",
                "managerId",
                "managerUserName",
                "mobilePhone",
                "postalCode",
                "secondEmail",
                "state",
                "streetAddress",
                "supervisoryOrg",
                "workPhone");
    }
}
