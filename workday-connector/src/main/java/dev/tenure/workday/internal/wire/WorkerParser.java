package dev.tenure.workday.internal.wire;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads one {@code Worker}. Collects its blocks as they come; made anew for every worker. */
final class WorkerParser {

    private Ids reference = Ids.NONE;
    private @Nullable String universalId;
    private @Nullable String workerId;
    private @Nullable String userId;
    private @Nullable PersonRecord person;
    private @Nullable List<JobRecord> jobs;
    private @Nullable StatusRecord status;
    private @Nullable String contractEndDate;
    private @Nullable List<OrganizationRecord> organizations;
    private @Nullable List<Ids> managers;
    private final List<OverrideRecord> overrides = new ArrayList<>(0);
    private @Nullable AccountRecord account;
    private @Nullable List<GroupRecord> groups;
    private final List<LogRecord> log = new ArrayList<>(0);

    private WorkerParser() {}

    static WorkerRecord read(Cursor cursor) throws XMLStreamException {
        WorkerParser parser = new WorkerParser();
        parser.worker(cursor);
        return parser.record();
    }

    private void worker(Cursor cursor) throws XMLStreamException {
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Worker_Reference" -> reference = Ids.of(cursor);
                case "Universal_Identifier_Reference" ->
                    universalId = first(universalId, Ids.only(cursor, "Universal_Identifier_ID"));
                case "Worker_Data" -> data(cursor);
                default -> cursor.skip();
            }
        }
    }

    private void data(Cursor cursor) throws XMLStreamException {
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Worker_ID" -> workerId = cursor.value();
                case "User_ID" -> userId = cursor.value();
                case "Universal_ID" -> universalId = first(universalId, cursor.value());
                case "Personal_Data" -> person = PersonParser.read(cursor);
                case "Employment_Data" -> employment(cursor);
                case "Organization_Data" -> organizations = OrganizationParser.read(cursor, "Worker_Organization_Data");
                case "Management_Chain_Data" -> managers = ChainParser.read(cursor);
                case "Integration_Field_Override_Data" -> override(cursor);
                case "Transaction_Log_Entry_Data" -> LogParser.read(cursor, log);
                case "User_Account_Data" -> account = account(cursor);
                case "Account_Provisioning_Data" -> groups = groups(cursor);
                default -> cursor.skip();
            }
        }
    }

    private void employment(Cursor cursor) throws XMLStreamException {
        List<JobRecord> found = new ArrayList<>(1);
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Worker_Job_Data" -> found.add(JobParser.read(cursor));
                case "Position_Data" -> found.add(JobParser.position(cursor));
                case "Worker_Status_Data" -> status = StatusParser.read(cursor);
                case "Worker_Contract_Data" -> contract(cursor);
                default -> cursor.skip();
            }
        }
        jobs = found;
    }

    private void contract(Cursor cursor) throws XMLStreamException {
        while (cursor.nextChild()) {
            if (cursor.name().equals("Contract_End_Date")) {
                contractEndDate = cursor.value();
            } else {
                cursor.skip();
            }
        }
    }

    private void override(Cursor cursor) throws XMLStreamException {
        String name = null;
        String value = null;
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Field_Reference" -> name = fieldName(Ids.of(cursor));
                case "Value" -> value = cursor.value();
                default -> cursor.skip();
            }
        }
        if (name != null) {
            overrides.add(new OverrideRecord(name, value));
        }
    }

    private static @Nullable String fieldName(Ids ids) {
        return first(ids.of("Integration_Document_Field_Name"), ids.of("Workday_Integration_Document_Field_Name"));
    }

    private static AccountRecord account(Cursor cursor) throws XMLStreamException {
        String userName = null;
        String timeZone = null;
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "User_Name" -> userName = cursor.value();
                case "Time_Zone_Reference" -> timeZone = Ids.only(cursor, "Time_Zone_ID");
                default -> cursor.skip();
            }
        }
        return new AccountRecord(userName, timeZone);
    }

    private static List<GroupRecord> groups(Cursor cursor) throws XMLStreamException {
        List<GroupRecord> groups = new ArrayList<>();
        while (cursor.nextChild()) {
            if (!cursor.name().equals("Provisioning_Group_Assignment_Data")) {
                cursor.skip();
                continue;
            }
            String name = null;
            String status = null;
            while (cursor.nextChild()) {
                switch (cursor.name()) {
                    case "Provisioning_Group" -> name = cursor.value();
                    case "Status" -> status = cursor.value();
                    default -> cursor.skip();
                }
            }
            groups.add(new GroupRecord(name, status));
        }
        return groups;
    }

    private WorkerRecord record() {
        return new WorkerRecord(
                reference,
                first(universalId, person == null ? null : person.universalId()),
                workerId,
                userId,
                person,
                jobs,
                status,
                contractEndDate,
                organizations,
                managers,
                overrides,
                account,
                groups,
                log);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}
