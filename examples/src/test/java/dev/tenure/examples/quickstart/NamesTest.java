package dev.tenure.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void lettersAreThoseOfALogin() {
        assertThat(new Names.Name("Łukasz", "Łukasz").letters()).isEqualTo("lukasz");
        assertThat(new Names.Name("Großmann", "Großmann").letters()).isEqualTo("grossmann");
        assertThat(new Names.Name("محمد", "Mohamed").letters()).isEqualTo("mohamed");
    }

    @Test
    void everybodyHasALoginOfTheirOwn() {
        List<Person> people = new Company().people(1_500);

        assertThat(new HashSet<>(people.stream().map(Person::login).toList())).hasSize(1_500);
        assertThat(people).allMatch(person -> person.login().matches("[a-z]+\\.[a-z]+\\d*@tenure\\.example"));
    }
}
