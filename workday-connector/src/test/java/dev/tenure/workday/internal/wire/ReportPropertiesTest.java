package dev.tenure.workday.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes as a report or a notification, it is either understood or refused. */
final class ReportPropertiesTest {

    private static final String JSON = "{\"Report_Entry\":[{\"Workday_ID\":\"1\",\"n\":7,\"b\":true,\"none\":null,"
            + "\"group\":[{\"language\":\"de\"},{\"language\":\"fr\"}]},{\"Workday_ID\":\"2\"}]}";
    private static final String XML = "<r:Report_Data xmlns:r=\"urn:com.workday.report/X\"><r:Report_Entry>"
            + "<r:Workday_ID>1</r:Workday_ID><r:boss r:Descriptor=\"Grace &amp; Co\"><r:ID r:type=\"WID\">0f</r:ID></r:boss>"
            + "<r:site><r:ID r:type=\"WID\">0e</r:ID><r:ID r:type=\"Location_ID\">SFO</r:ID></r:site>"
            + "<r:group><r:language>de</r:language></r:group><r:group><r:language>fr</r:language></r:group>"
            + "</r:Report_Entry></r:Report_Data>";

    private final ReportReader reader = new ReportReader();
    private final NotificationParser notifications = new NotificationParser();

    @Example
    void json_isReadColumnByColumn() throws IOException {
        assertThat(json(bytes(JSON)))
                .containsExactly(
                        Map.of(
                                "Workday_ID", List.of("1"),
                                "n", List.of("7"),
                                "b", List.of("true"),
                                "language", List.of("de", "fr")),
                        Map.of("Workday_ID", List.of("2")));
    }

    @Example
    void xml_isReadColumnByColumn() throws IOException {
        assertThat(xml(bytes(XML)))
                .containsExactly(Map.of(
                        "Workday_ID", List.of("1"),
                        "boss", List.of("Grace & Co"),
                        "site", List.of("SFO"),
                        "language", List.of("de", "fr")));
    }

    @Property
    void anyBytes_areReadOrRefused(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
        readOrRefuse(bytes);
    }

    @Property
    void anyCut_isRefused(@ForAll @IntRange(max = 130) int json, @ForAll @IntRange(max = 330) int xml)
            throws IOException {
        assertThat(jsonIsRead(Arrays.copyOf(bytes(JSON), Math.min(json, JSON.length() - 1))))
                .isFalse();
        assertThat(xmlIsRead(Arrays.copyOf(bytes(XML), Math.min(xml, XML.length() - 1))))
                .isFalse();
    }

    @Property
    void anyChangedByte_isReadOrRefused(@ForAll @IntRange(max = 330) int position, @ForAll byte replacement)
            throws IOException {
        for (String sound : List.of(JSON, XML)) {
            byte[] changed = bytes(sound);
            changed[position % changed.length] = replacement;
            readOrRefuse(changed);
        }
    }

    @Example
    void absurdNesting_isRefused() throws IOException {
        assertThat(jsonIsRead(bytes("{\"Report_Entry\":[{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}]}")))
                .isFalse();
        assertThat(xmlIsRead(bytes("<Report_Data><Report_Entry>" + "<a>".repeat(60) + "</a>".repeat(60)
                        + "</Report_Entry></Report_Data>")))
                .isFalse();
        assertThat(xmlIsRead(bytes("<!DOCTYPE x [<!ENTITY a \"b\">]><Report_Data/>")))
                .isFalse();
    }

    private void readOrRefuse(byte[] bytes) throws IOException {
        jsonIsRead(bytes);
        xmlIsRead(bytes);
        try {
            assertThat(notifications.json(bytes).workers()).isNotNull();
        } catch (UnreadableAnswerException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
        try {
            assertThat(notifications.xml(new ByteArrayInputStream(bytes)).workers())
                    .isNotNull();
        } catch (UnreadableAnswerException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private boolean jsonIsRead(byte[] bytes) throws IOException {
        try {
            json(bytes);
            return true;
        } catch (UnreadableAnswerException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
    }

    private boolean xmlIsRead(byte[] bytes) throws IOException {
        try {
            xml(bytes);
            return true;
        } catch (UnreadableAnswerException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
    }

    private List<Map<String, List<String>>> json(byte[] bytes) throws IOException {
        List<Map<String, List<String>>> rows = new ArrayList<>();
        reader.json(new ByteArrayInputStream(bytes), rows::add);
        return rows;
    }

    private List<Map<String, List<String>>> xml(byte[] bytes) throws IOException {
        List<Map<String, List<String>>> rows = new ArrayList<>();
        reader.xml(new ByteArrayInputStream(bytes), rows::add);
        return rows;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
