package dev.tenure.simulators.workday;

import java.time.LocalDate;
import java.util.List;

/**
 * A made-up company of any size, always the same one: everybody has all that Workday can tell of a person, so that a record
 * with every block is as long as real ones, some 13 KB. Ids run from {@code 100000} up; the first is the chief, the
 * next twenty lead everybody else.
 */
public final class Workforce {

    /** The keys of the provisioning groups that the company has. */
    public static final List<String> GROUPS = List.of("all-staff", "vpn", "remote");

    private static final int FIRST_ID = 100_000;
    private static final int TEAM = 12;
    private static final int HEADS = 21;
    private static final List<String> FIRST = List.of(
            "Jordanna",
            "Søren",
            "Yūki",
            "Nguyễn",
            "Aïcha",
            "Björk",
            "Zoë",
            "Ibrahim",
            "Šárka",
            "Muḥammad",
            "Łucja",
            "Saoirse",
            "Hélène",
            "José",
            "Priya",
            "Ольга",
            "美咲");
    private static final List<String> LAST = List.of(
            "Alvarez-Ruiz",
            "Østergård",
            "Tanaka",
            "Văn",
            "Ben Youssef",
            "Guðmundsdóttir",
            "O'Neill",
            "Sesay",
            "Dvořák",
            "al-Fārisī",
            "Wójcik",
            "Ní Bhriain",
            "Lefèvre",
            "García Márquez",
            "Raghunathan",
            "Ким",
            "佐藤");
    private static final List<String> TITLES = List.of(
            "Senior Platform Engineer",
            "Account Executive & Partner Lead",
            "People Operations Specialist",
            "Finance Analyst (Treasury)",
            "Customer Success Manager");

    private final int size;

    private Workforce(int size) {
        this.size = size;
    }

    /**
     * Describes a company.
     *
     * @param size how many people it has, at least 1
     * @return the company
     * @throws IllegalArgumentException if it has nobody
     */
    public static Workforce of(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A workforce of " + size + " is none; give at least 1");
        }
        return new Workforce(size);
    }

    /**
     * Hires everybody into a tenant and makes the groups.
     *
     * @param workday the tenant
     */
    public void hireInto(WorkdaySimulator workday) {
        GROUPS.forEach(group -> workday.group(group, group.replace('-', ' ')));
        for (int i = 0; i < size; i++) {
            String id = id(i);
            int person = i;
            workday.hire(id, LocalDate.of(2015, 1, 5).plusDays(i % 3_650), edit -> describe(edit, person));
            workday.assign(id, GROUPS.get(i % GROUPS.size()));
        }
    }

    /**
     * Gives a worker's id.
     *
     * @param person which one, from 0
     * @return the employee id
     */
    public static String id(int person) {
        return Integer.toString(FIRST_ID + person);
    }

    private static void describe(WorkerEdit edit, int i) {
        String first = FIRST.get(i % FIRST.size());
        String last = LAST.get(i / FIRST.size() % LAST.size());
        String number = Integer.toString(10_000_000 + i);
        edit.name(first + " Elena", last)
                .preferredName(first, last)
                .userName("user" + i)
                .universalId("U-" + number)
                .email("user" + i + "@example.com")
                .homeEmail("home" + i + "@example.net")
                .workPhone("+1415" + number.substring(1))
                .mobilePhone("+1628" + number.substring(1))
                .timeZone("America/Los_Angeles")
                .title(TITLES.get(i % TITLES.size()))
                .site(Site.all().get(i % Site.all().size()))
                .supervisoryOrg("Platform Team " + i / TEAM)
                .company("Tenure Example Holding " + i % 7)
                .costCenter("Cost Center 4" + i % 90)
                .businessUnit("Products and Services " + i % 11)
                .field("string:badge", "B-" + number)
                .field("boolean:remote", i % 3 == 0 ? "1" : "0");
        if (i > 0) {
            edit.manager(id(i < HEADS ? 0 : 1 + i % (HEADS - 1)));
        }
    }
}
