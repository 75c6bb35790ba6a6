package dev.tenure.simulators.successfactors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says who somebody is and what they do. What is not named stays as it is. Not for use by several threads. */
public final class PersonEdit {

    private final Map<String, Object> names = new LinkedHashMap<>();
    private final Map<String, Object> job = new LinkedHashMap<>();
    private final List<Map<String, Object>> emails = new ArrayList<>();
    private final List<Map<String, Object>> phones = new ArrayList<>();
    private final List<String> withoutPhone = new ArrayList<>();
    private @Nullable String userName;

    PersonEdit() {}

    Map<String, Object> names() {
        return names;
    }

    Map<String, Object> job() {
        return job;
    }

    List<Map<String, Object>> emails() {
        return emails;
    }

    List<Map<String, Object>> phones() {
        return phones;
    }

    List<String> withoutPhone() {
        return withoutPhone;
    }

    @Nullable
    String userName() {
        return userName;
    }

    /**
     * Sets the name.
     *
     * @param first the first name
     * @param last the last name
     * @return this
     */
    public PersonEdit name(String first, String last) {
        names.put("firstName", first);
        names.put("lastName", last);
        return this;
    }

    /**
     * Sets the preferred name.
     *
     * @param preferred the preferred first name
     * @return this
     */
    public PersonEdit preferredName(String preferred) {
        names.put("preferredName", preferred);
        return this;
    }

    /**
     * Gives the employment a user with a name.
     *
     * @param name the user name
     * @return this
     */
    public PersonEdit userName(String name) {
        this.userName = name;
        return this;
    }

    /**
     * Sets the business e-mail, which is primary.
     *
     * @param address the address
     * @return this
     */
    public PersonEdit email(String address) {
        return email("B", address, true);
    }

    /**
     * Sets an e-mail.
     *
     * @param type the external code of its type: B, P or O
     * @param address the address
     * @param primary whether it is primary
     * @return this
     */
    public PersonEdit email(String type, String address, boolean primary) {
        emails.add(Map.of(
                "emailType", SuccessFactorsSimulator.EMAIL_TYPES.getOrDefault(type, type),
                "emailAddress", address,
                "isPrimary", primary));
        return this;
    }

    /**
     * Sets a phone.
     *
     * @param type the external code of its type: B, C or H
     * @param number the number
     * @param primary whether it is primary
     * @return this
     */
    public PersonEdit phone(String type, String number, boolean primary) {
        phones.add(Map.of(
                "phoneType", SuccessFactorsSimulator.PHONE_TYPES.getOrDefault(type, type),
                "phoneNumber", number,
                "isPrimary", primary));
        return this;
    }

    /**
     * Takes a phone away.
     *
     * @param type the external code of its type: B, C or H
     * @return this
     */
    public PersonEdit withoutPhone(String type) {
        withoutPhone.add(SuccessFactorsSimulator.PHONE_TYPES.getOrDefault(type, type));
        return this;
    }

    /**
     * Sets a property of the job record.
     *
     * @param property such as {@code jobTitle} or {@code timezone}
     * @param value its value
     * @return this
     */
    public PersonEdit job(String property, String value) {
        job.put(property, value);
        return this;
    }
}
