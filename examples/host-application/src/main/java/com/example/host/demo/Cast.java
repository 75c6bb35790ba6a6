package com.example.host.demo;

import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.WorkerEdit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody in the demo. All of them are made up.
 *
 * @param id the employee id
 * @param given the given name
 * @param family the family name
 * @param title what they do
 * @param site where
 */
record Cast(String id, String given, String family, String title, Site site) {

    static final Cast BEN = new Cast("1002", "Ben", "Schulz", "Engineer", Site.BERLIN);
    static final Cast EMIL = new Cast("1005", "Emil", "Novak", "Salesman", Site.BERLIN);
    static final Cast FIONA = new Cast("1006", "Fiona", "Walsh", "Recruiter", Site.LONDON);
    static final Cast GRACE = new Cast("1007", "Grace", "Kim", "Analyst", Site.SAN_FRANCISCO);

    /** Is hired in the course of the story. */
    static final Cast OLIVIA = new Cast("1009", "Olivia", "Nguyen", "Engineer", Site.SYDNEY);

    /** Who works here when the story begins. */
    static final List<Cast> STAFF = List.of(
            new Cast("1001", "Amara", "Okafor", "Head of Engineering", Site.LONDON),
            BEN,
            new Cast("1003", "Carla", "Mendes", "Accountant", Site.SAO_PAULO),
            new Cast("1004", "Diya", "Rao", "Engineer", Site.BENGALURU),
            EMIL,
            FIONA,
            GRACE,
            new Cast("1008", "Haru", "Tanaka", "Consultant", Site.TOKYO));

    static Optional<Cast> byId(String id) {
        return Stream.concat(STAFF.stream(), Stream.of(OLIVIA))
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    String full() {
        return given + " " + family;
    }

    String login() {
        return given.toLowerCase(Locale.ROOT) + "." + family.toLowerCase(Locale.ROOT) + "@tenure.example";
    }

    void enter(WorkerEdit edit) {
        edit.name(given, family).userName(login()).email(login()).title(title).site(site);
    }
}
