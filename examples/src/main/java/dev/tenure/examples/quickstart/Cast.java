package dev.tenure.examples.quickstart;

import dev.tenure.simulators.workday.Site;
import java.util.List;

/** Who plays which part. The parts do not overlap. */
final class Cast {

    /** The heads of the departments come first; nobody of them moves or leaves. */
    private static final int HEADS = 6;

    private static final int FORMER = 3;
    private static final int KNOWN_TO_OKTA = 5;
    private static final int MOVERS = 12;

    /** A provisioning group. */
    static final String GROUP = "Remote Access";

    private static final int ONE_IN = 25;

    private final Company company = new Company();
    private final List<Person> staff;
    private final List<Person> former;
    private final List<Person> knownToOkta;
    private final List<Person> movers;
    private final List<Person> others;
    private final Person preHire;
    private final List<Person> newHires;

    /** Makes up a company of so many workers, the one who has not begun included. */
    Cast(int workers) {
        List<Person> people = company.people(workers - 1);
        int from = HEADS;
        this.former = people.subList(from, from += FORMER);
        this.knownToOkta = people.subList(from, from += KNOWN_TO_OKTA);
        this.movers = people.subList(from, from += MOVERS);
        this.others = people.subList(from, people.size());
        this.staff = people;
        this.preHire = company.next(Site.SAN_FRANCISCO);
        this.newHires =
                List.of(company.next(Site.CAIRO), company.next(Sites.byId("ATH-1")), company.next(Site.BENGALURU));
    }

    /** Everybody who works for the company or did. */
    List<Person> staff() {
        return staff;
    }

    /** Left before the story begins. */
    List<Person> former() {
        return former;
    }

    /** An administrator made users for them by hand. */
    List<Person> knownToOkta() {
        return knownToOkta;
    }

    /** In the provisioning group: some of those who only work here. */
    List<Person> members() {
        return others.stream()
                .filter(person -> Integer.parseInt(person.id()) % ONE_IN == 0)
                .toList();
    }

    List<Person> movers() {
        return movers;
    }

    /** Marries, and gets another login. */
    Person bride() {
        return at(Site.LONDON);
    }

    /** Leaves, and comes back. */
    Person leaver() {
        return at(Site.SYDNEY);
    }

    /** Has to go at once. */
    Person dismissed() {
        return at(Site.SAO_PAULO);
    }

    Person preHire() {
        return preHire;
    }

    /** Begin late in the story; what is entered of the second one is refused at first. */
    List<Person> newHires() {
        return newHires;
    }

    private Person at(Site site) {
        return others.stream()
                .filter(person -> person.site().equals(site))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Nobody is left for a part in " + site.timeZone() + "; begin with more workers"));
    }
}
