package dev.tenure.examples.quickstart;

import dev.tenure.simulators.workday.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes up the people of a company: the same ones each time. Not for use by several threads. */
final class Company {

    private static final String DOMAIN = "@tenure.example";
    private static final int FIRST_ID = 10_001;
    private static final List<String> DEPARTMENTS =
            List.of("Engineering", "Sales", "Finance", "People", "Support", "Operations");
    private static final List<String> TITLES =
            List.of("Analyst", "Engineer", "Specialist", "Consultant", "Coordinator", "Architect", "Manager");

    private final Names names = Names.read();
    private final List<Site> sites = Sites.all();
    private final Map<String, Integer> logins = new HashMap<>();
    private int made;

    /** Makes up people, at every site in turn. */
    List<Person> people(int count) {
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            people.add(next(sites.get(made % sites.size())));
        }
        return people;
    }

    /** Makes up one more person, at a certain site. */
    Person next(Site site) {
        int number = made++;
        int round = number / sites.size();
        Names.Name given = names.given(site.id(), round);
        Names.Name family = names.family(site.id(), round + round / 12);
        String department = DEPARTMENTS.get(number % DEPARTMENTS.size());
        return new Person(
                Integer.toString(FIRST_ID + number),
                given,
                family,
                login(given, family),
                number < DEPARTMENTS.size() ? "Head of " + department : TITLES.get((number / 5) % TITLES.size()),
                department,
                site,
                String.format(Locale.ROOT, "+1555%07d", number),
                manager(number));
    }

    private String login(Names.Name given, Names.Name family) {
        String name = given.letters() + "." + family.letters();
        int sameName = logins.merge(name, 1, Integer::sum);
        return name + (sameName == 1 ? "" : Integer.toString(sameName)) + DOMAIN;
    }

    /** Heads of departments report to the first of them, everybody else to the head. */
    private static String manager(int number) {
        if (number == 0) {
            return "";
        }
        int head = number < DEPARTMENTS.size() ? 0 : number % DEPARTMENTS.size();
        return Integer.toString(FIRST_ID + head);
    }
}
