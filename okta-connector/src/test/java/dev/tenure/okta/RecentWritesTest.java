package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentWritesTest {

    private final ManualTime time = new ManualTime();
    private final RecentWrites recent = new RecentWrites(time);

    @Test
    void whatWasWritten_isFoundWhateverItsCase_forTwoMinutes() {
        recent.add("employeeNumber", "E1", "u1");
        assertThat(recent.find("employeeNumber", "e1")).containsExactly("u1");
        assertThat(recent.find("badge", "E1")).isEmpty();
        time.awaitUntil(ManualTime.START.plusSeconds(120));
        assertThat(recent.find("employeeNumber", "E1")).containsExactly("u1");
        time.awaitUntil(ManualTime.START.plusSeconds(121));
        assertThat(recent.find("employeeNumber", "E1")).isEmpty();
    }

    @Test
    void whatIsWrittenAgain_isNewAgain_andStandsOnce() {
        recent.add("employeeNumber", "E1", "u1");
        recent.add("employeeNumber", "E1", "u2");
        time.awaitUntil(ManualTime.START.plusSeconds(100));
        recent.add("employeeNumber", "E1", "u1");
        assertThat(recent.find("employeeNumber", "E1")).containsExactlyInAnyOrder("u1", "u2");
        time.awaitUntil(ManualTime.START.plusSeconds(130));
        assertThat(recent.find("employeeNumber", "E1")).containsExactly("u1");
    }

    @Test
    void ofTooMany_theOldestAreForgotten() {
        for (int i = 0; i < 20_001; i++) {
            recent.add("employeeNumber", "E" + i, "u" + i);
        }
        assertThat(recent.find("employeeNumber", "E0")).isEmpty();
        assertThat(recent.find("employeeNumber", "E1")).containsExactly("u1");
        assertThat(recent.find("employeeNumber", "E20000")).containsExactly("u20000");
    }
}
