package dev.tenure.workday.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.util.SymbolTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Names, each a text once. */
final class NameTableTest {

    @Property(tries = 200)
    void anyNames_areGivenAsTheyStand_andTheSameTextEachTime(
            @ForAll @Size(max = 300) List<@AlphaChars @StringLength(min = 1, max = 3) String> names,
            @ForAll @IntRange(max = 9) int before) {
        NameTable table = new NameTable();
        Map<String, String> first = new HashMap<>();
        for (String name : names) {
            String found = find(table, name, before);
            assertThat(found).isEqualTo(name).isSameAs(first.computeIfAbsent(name, any -> found));
        }
    }

    /** A hash is what whoever writes the document chooses, as far as it can be foreseen. */
    @Property(tries = 50)
    void namesWithTheSameHash_areToldApart(@ForAll int hash, @ForAll @IntRange(min = 1, max = 40) int count) {
        NameTable table = new NameTable();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < count; i++) {
                String name = "n" + i;
                assertThat(table.findSymbol(name.toCharArray(), 0, name.length(), hash))
                        .isEqualTo(name);
            }
        }
    }

    @Test
    void namesWithoutEnd_areReadAndNotKept() throws IOException {
        Documents documents = new Documents();
        for (int document = 0; document < 3; document++) {
            StringBuilder text = new StringBuilder("<a>");
            for (int i = 0; i < 5000; i++) {
                text.append("<n").append(document * 5000 + i).append("/>");
            }
            byte[] bytes = text.append("<last>x</last></a>").toString().getBytes(StandardCharsets.UTF_8);
            String last = documents.read(new ByteArrayInputStream(bytes), cursor -> {
                cursor.nextChildOfAnyNamespace();
                while (cursor.nextChildOfAnyNamespace() && !cursor.name().equals("last")) {
                    cursor.skip();
                }
                return cursor.text();
            });
            assertThat(last).isEqualTo("x");
        }
        assertThat(documents.kept()).as("what such a document leaves").isZero();
    }

    @Test
    void aNameWithoutEnd_isReadAndNotKept() throws IOException {
        Documents documents = new Documents();
        String name = "n".repeat(70_000);
        assertThat(read(documents, "<a><" + name + ">x</" + name + "></a>")).isEqualTo("x");
        assertThat(documents.kept()).as("what such a document leaves").isZero();
        assertThat(read(documents, "<a><n>x</n></a>")).isEqualTo("x");
        assertThat(documents.kept()).as("what any other leaves").isOne();
    }

    private static String read(Documents documents, String document) throws IOException {
        return documents.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), cursor -> {
            cursor.nextChildOfAnyNamespace();
            cursor.nextChildOfAnyNamespace();
            return cursor.text();
        });
    }

    private static String find(NameTable table, String name, int before) {
        char[] buffer = ("x".repeat(before) + name + "y").toCharArray();
        int hash = SymbolTable.calcHash(buffer, before, name.length(), table.getHashSeed());
        return table.findSymbol(buffer, before, name.length(), hash);
    }
}
