package dev.tenure.workday.internal.call;

import dev.tenure.http.PendingCall;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.workday.internal.wire.ContactChange;
import dev.tenure.workday.internal.wire.Envelope;
import dev.tenure.workday.internal.wire.GroupsAnswer;
import dev.tenure.workday.internal.wire.LocationsAnswer;
import dev.tenure.workday.internal.wire.Requests;
import dev.tenure.workday.internal.wire.WorkersAnswer;
import dev.tenure.workday.internal.wire.WorkersQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The operations of the service Human_Resources, as far as they read. Safe for use by several threads. */
public final class HumanResources {

    private final String system;
    private final SoapClient soap;
    private final Requests requests;
    private final Envelope envelope = new Envelope();

    /**
     * Makes the operations.
     *
     * @param system the source's name, for messages
     * @param soap posts the requests
     * @param requests writes them
     */
    public HumanResources(String system, SoapClient soap, Requests requests) {
        this.system = system;
        this.soap = soap;
        this.requests = requests;
    }

    /**
     * Names the source.
     *
     * @return the name, for messages
     */
    public String system() {
        return system;
    }

    /**
     * Gives the same operations for what cannot wait: who ends is not to queue behind a read of everybody (rule A3).
     *
     * @return operations that go ahead of those that wait
     */
    public HumanResources urgently() {
        return new HumanResources(system, soap.urgently(), requests);
    }

    /**
     * Asks what time it is at Workday, which is the latest that {@code Updated_Through} may be.
     *
     * @return the moment
     */
    public Instant serverTime() {
        String moment = soap.call(Operation.SERVER_TIME, requests.serverTimestamp(), envelope::timestamp);
        try {
            return OffsetDateTime.parse(moment).toInstant();
        } catch (DateTimeException notAMoment) {
            throw new ProtocolViolation(
                    system,
                    system + ": get server timestamp failed: the answer names no moment with an offset; ask Workday");
        }
    }

    /**
     * Reads a page of workers.
     *
     * @param query which workers
     * @param page which page, from 1
     * @return the answer
     */
    public WorkersAnswer workers(WorkersQuery query, long page) {
        return soap.call(Operation.WORKERS, requests.workers(query, page), in -> envelope.workers(in, query.count()));
    }

    /** Begins to read a page of workers, for which a {@link WorkerPager} waits. */
    PendingCall begin(WorkersQuery query, long page) {
        return soap.begin(Operation.WORKERS, requests.workers(query, page));
    }

    /** Waits for a page that was begun, does something once it has arrived, and reads it. */
    WorkersAnswer workers(WorkersQuery query, PendingCall pending, Runnable onceArrived) {
        return soap.finish(Operation.WORKERS, pending, in -> {
            onceArrived.run();
            return envelope.workers(in, query.count());
        });
    }

    /**
     * Reads locations.
     *
     * @param ids their ids
     * @return the answer
     */
    public LocationsAnswer locations(List<String> ids) {
        return soap.call(Operation.LOCATIONS, requests.locations(ids), envelope::locations);
    }

    /**
     * Reads a page of provisioning groups.
     *
     * @param asOf the day as of which they are wanted
     * @param entryMoment the moment as known at which they are wanted
     * @param page which page, from 1
     * @return the answer
     */
    public GroupsAnswer groups(LocalDate asOf, Instant entryMoment, long page) {
        return soap.call(Operation.GROUPS, requests.groups(asOf, entryMoment, page), envelope::groups);
    }

    /**
     * Asks for the home contact data of a worker, of which only the fact that it is answered counts.
     *
     * @param wid Workday's own id of the worker
     */
    public void homeContact(String wid) {
        soap.call(
                Operation.HOME_CONTACT_READ,
                requests.homeContact(wid),
                in -> envelope.acknowledgement(in, "Get_Change_Home_Contact_Information_Response"));
    }

    /**
     * Changes contact data.
     *
     * @param change the change
     */
    public void change(ContactChange change) {
        boolean work = change.usage().equals("WORK");
        soap.call(
                work ? Operation.WORK_CONTACT : Operation.HOME_CONTACT,
                requests.contact(change),
                in -> envelope.acknowledgement(
                        in,
                        work
                                ? "Change_Work_Contact_Information_Response"
                                : "Change_Home_Contact_Information_Response"));
    }
}
