package dev.tenure.lifecycle.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the table of switches in {@code docs/rules.md} to the presets, and {@code docs/policy.md} to what differs. */
class SwitchTableTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");

    @Test
    void theTable_hasEverySwitchWithBothPresets() throws ReflectiveOperationException, IOException {
        List<List<String>> expected = new ArrayList<>();
        for (RecordComponent part : LifecyclePolicy.class.getRecordComponents()) {
            String parity = value(part, LifecyclePolicy.oktaParity());
            String recommended = value(part, LifecyclePolicy.recommended());
            expected.add(List.of(
                    part.getName(), parity, parity.equals(recommended) ? recommended : "**" + recommended + "**"));
        }

        assertThat(rows("rules.md")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void thePolicyPage_namesWhatTheCuresAre() throws IOException {
        List<String> cures = rows("rules.md").stream()
                .filter(row -> row.get(2).startsWith("**"))
                .map(row -> row.get(0))
                .toList();

        assertThat(rows("policy.md")).extracting(row -> row.get(0)).containsExactlyInAnyOrderElementsOf(cures);
    }

    private static List<List<String>> rows(String document) throws IOException {
        return ROW.matcher(Files.readString(Path.of("..", "docs", document)))
                .results()
                .map(row -> List.of(
                        row.group(1),
                        row.group(2).replace("`", ""),
                        row.group(3).replace("`", "")))
                .toList();
    }

    private static String value(RecordComponent part, LifecyclePolicy policy) throws ReflectiveOperationException {
        Object value = part.getAccessor().invoke(policy);
        if (value instanceof Boolean truth) {
            return truth ? "on" : "off";
        }
        boolean nothing = (value instanceof Optional<?> maybe && maybe.isEmpty())
                || (value instanceof Collection<?> several && several.isEmpty());
        return nothing ? "none" : String.valueOf(value);
    }
}
