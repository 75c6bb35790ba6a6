package dev.tenure.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One engine, Workday in; Okta, Active Directory and a SCIM application out. */
class DownstreamTest {

    private static final int WIDEST = 120;

    @Test
    void g6_e11_m4_onePersonInThreeSystems_goesAsExpected() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);

        int missed = new Downstream(screen).tell();

        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(missed).as(text).isZero();
        assertThat(text)
                .contains("✓ the directory links Ada to Lin")
                .contains("OU=Leavers")
                .contains("All three systems agree.");
        assertThat(text.lines()).as("lines that are too wide").noneMatch(line -> line.length() > WIDEST);
    }
}
