package dev.tenure.simulators.workday;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is entered of a worker: the names of the methods say what. An empty text takes the value away. For one thread. */
public final class WorkerEdit {

    private final Map<Detail, String> details = new EnumMap<>(Detail.class);
    private final Map<String, String> fields = new LinkedHashMap<>();
    private @Nullable Site site;

    WorkerEdit() {}

    @Nullable
    Site site() {
        return site;
    }

    Map<Detail, String> details() {
        return details;
    }

    Map<String, String> fields() {
        return fields;
    }

    /**
     * Sets the legal name.
     *
     * @param first the first name
     * @param last the last name
     * @return this edit
     */
    public WorkerEdit name(String first, String last) {
        return set(Detail.LEGAL_FIRST, first).set(Detail.LEGAL_LAST, last);
    }

    /**
     * Sets the preferred name.
     *
     * @param first the first name
     * @param last the last name
     * @return this edit
     */
    public WorkerEdit preferredName(String first, String last) {
        return set(Detail.PREFERRED_FIRST, first).set(Detail.PREFERRED_LAST, last);
    }

    /**
     * Sets the primary work e-mail address.
     *
     * @param address the address
     * @return this edit
     */
    public WorkerEdit email(String address) {
        return set(Detail.WORK_EMAIL, address);
    }

    /**
     * Sets the primary home e-mail address.
     *
     * @param address the address
     * @return this edit
     */
    public WorkerEdit homeEmail(String address) {
        return set(Detail.HOME_EMAIL, address);
    }

    /**
     * Sets the work phone.
     *
     * @param e164 the number, such as {@code +14155550100}
     * @return this edit
     */
    public WorkerEdit workPhone(String e164) {
        return set(Detail.WORK_PHONE, e164);
    }

    /**
     * Sets the mobile phone for work.
     *
     * @param e164 the number
     * @return this edit
     */
    public WorkerEdit mobilePhone(String e164) {
        return set(Detail.MOBILE_PHONE, e164);
    }

    /**
     * Sets the home phone.
     *
     * @param e164 the number
     * @return this edit
     */
    public WorkerEdit homePhone(String e164) {
        return set(Detail.HOME_PHONE, e164);
    }

    /**
     * Sets the name of the account in Workday.
     *
     * @param name the name; empty for no account
     * @return this edit
     */
    public WorkerEdit userName(String name) {
        return set(Detail.USER_NAME, name);
    }

    /**
     * Sets the preferred time zone, which belongs to the account.
     *
     * @param zone such as {@code Australia/Sydney}
     * @return this edit
     */
    public WorkerEdit timeZone(String zone) {
        return set(Detail.TIME_ZONE, zone);
    }

    /**
     * Sets what all records of one person share.
     *
     * @param id the Universal ID
     * @return this edit
     */
    public WorkerEdit universalId(String id) {
        return set(Detail.UNIVERSAL_ID, id);
    }

    /**
     * Sets the business title.
     *
     * @param title the title
     * @return this edit
     */
    public WorkerEdit title(String title) {
        return set(Detail.TITLE, title);
    }

    /**
     * Sets the worker type. By default Regular for employees and Consultant for others.
     *
     * @param id the id of the type
     * @return this edit
     */
    public WorkerEdit workerType(String id) {
        return set(Detail.WORKER_TYPE, id);
    }

    /**
     * Sets the place of work, which the simulator then also has as a location.
     *
     * @param site the place
     * @return this edit
     */
    public WorkerEdit site(Site site) {
        this.site = Objects.requireNonNull(site, "site");
        return set(Detail.SITE, site.id());
    }

    /**
     * Sets the manager.
     *
     * @param workerId the manager's worker id
     * @return this edit
     */
    public WorkerEdit manager(String workerId) {
        return set(Detail.MANAGER, workerId);
    }

    /**
     * Sets the supervisory organization.
     *
     * @param name its name
     * @return this edit
     */
    public WorkerEdit supervisoryOrg(String name) {
        return set(Detail.SUPERVISORY, name);
    }

    /**
     * Sets the company.
     *
     * @param name its name
     * @return this edit
     */
    public WorkerEdit company(String name) {
        return set(Detail.COMPANY, name);
    }

    /**
     * Sets the cost center.
     *
     * @param name its name
     * @return this edit
     */
    public WorkerEdit costCenter(String name) {
        return set(Detail.COST_CENTER, name);
    }

    /**
     * Sets the business unit.
     *
     * @param name its name
     * @return this edit
     */
    public WorkerEdit businessUnit(String name) {
        return set(Detail.BUSINESS_UNIT, name);
    }

    /**
     * Sets the last day of a contract, which ends nothing by itself.
     *
     * @param date the day
     * @return this edit
     */
    public WorkerEdit contractEnd(LocalDate date) {
        return set(Detail.CONTRACT_END, date.toString());
    }

    /**
     * Sets a field of the field override service.
     *
     * @param name the field's name, such as {@code boolean:remote}
     * @param value its value
     * @return this edit
     */
    public WorkerEdit field(String name, String value) {
        fields.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return this;
    }

    private WorkerEdit set(Detail detail, String value) {
        details.put(detail, Objects.requireNonNull(value, detail.name()));
        return this;
    }
}
