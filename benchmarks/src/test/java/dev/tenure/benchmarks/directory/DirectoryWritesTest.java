package dev.tenure.benchmarks.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoryWritesTest {

    @Test
    void allSides_makeTheSameAccount_andChangeTheSameAttribute() throws Exception {
        try (TrustedDirectory directory = TrustedDirectory.start()) {
            List<Map<String, List<String>>> made = new ArrayList<>();
            for (DirectoryWrites.Writer writer :
                    List.of(new OurWriter(directory), new ConnIdWriter(directory), new BareWriter(directory))) {
                String account = writer.create(DirectoryWrites.person(1));
                writer.update(account, "Director");
                Entry entry = directory.simulator().entry("user1");
                made.add(values(entry));
                directory.simulator().server().delete(entry.getDN());
                writer.close();
            }

            assertThat(made.get(0)).containsEntry("title", List.of("Director")).containsEntry("sn", List.of("Last1"));
            assertThat(made.get(1)).isEqualTo(made.get(0));
            assertThat(made.get(2)).isEqualTo(made.get(0));
        }
    }

    private static Map<String, List<String>> values(Entry entry) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("dn", List.of(entry.getDN()));
        List<String> names = new ArrayList<>(DirectoryWrites.person(1).keySet());
        names.add("userAccountControl");
        for (String name : names) {
            values.put(name, List.of(entry.getAttributeValues(name)));
        }
        values.put("objectClass", DirectoryWrites.CLASSES);
        assertThat(entry.getObjectClassValues()).containsAll(DirectoryWrites.CLASSES);
        return values;
    }
}
