package dev.tenure.benchmarks.core;

import java.util.HashMap;
import java.util.Map;

/**
 * What the default mappings see of a worker, as the other languages want it: maps, and functions as methods. Public, since
 * what Spring compiles calls it.
 */
public final class Profiles {

    private final Map<String, Object> source;
    private final Map<String, Object> user;
    private final Map<String, Object> targetApp = Map.of("namingContext", "corp.example.com");

    private Profiles(Map<String, Object> source, Map<String, Object> user) {
        this.source = source;
        this.user = user;
    }

    /**
     * Makes up a worker.
     *
     * @param number which one
     * @return the profiles
     */
    static Profiles of(int number) {
        Map<String, Object> source = new HashMap<>();
        for (String name : new String[] {
            "accountType",
            "businessTitle",
            "businessUnit",
            "city",
            "countryCode",
            "employeeID",
            "firstName",
            "lastName",
            "location",
            "managerId",
            "managerUserName",
            "mobilePhone",
            "postalCode",
            "state",
            "streetAddress",
            "supervisoryOrg",
            "workPhone"
        }) {
            source.put(name, name + " " + number);
        }
        source.put("userName", "user." + number + "@example.com");
        source.put("email", "user." + number + "@example.com");
        source.put("secondEmail", "user." + number + "@example.net");
        Map<String, Object> user = new HashMap<>();
        for (String name : new String[] {
            "email",
            "firstName",
            "lastName",
            "streetAddress",
            "middleName",
            "honorificPrefix",
            "honorificSuffix",
            "state",
            "countryCode",
            "preferredLanguage",
            "city",
            "division",
            "mobilePhone",
            "zipCode",
            "primaryPhone",
            "employeeNumber",
            "department",
            "title",
            "costCenter"
        }) {
            user.put(name, name + " " + number);
        }
        user.put("login", "user." + number + "@example.com");
        return new Profiles(source, user);
    }

    /**
     * Gives HR's profile.
     *
     * @return values by name
     */
    public Map<String, Object> getSource() {
        return source;
    }

    /**
     * Gives the profile of the hub.
     *
     * @return values by name
     */
    public Map<String, Object> getUser() {
        return user;
    }

    /**
     * Gives the properties of the target.
     *
     * @return values by name
     */
    public Map<String, Object> getTarget_app() {
        return targetApp;
    }

    /**
     * Says whether HR has the user, as the mapping language does.
     *
     * @return true
     */
    public boolean hasWorkdayUser() {
        return true;
    }

    /**
     * Gives HR's profile, as the mapping language does.
     *
     * @return values by name
     */
    public Map<String, Object> findWorkdayUser() {
        return source;
    }

    /**
     * Cuts a text, as the mapping language does.
     *
     * @param text the text
     * @param mark where to cut
     * @return what stands before it
     */
    public String substringBefore(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? "" : text.substring(0, at);
    }

    /** Says nothing of the worker. */
    @Override
    public String toString() {
        return "Profiles[]";
    }
}
