package dev.tenure.lifecycle.internal.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.mapping.Apply;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.mapping.NullPolicy;
import dev.tenure.lifecycle.mapping.PreviewText;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.mapping.RowFault;
import dev.tenure.lifecycle.mapping.RowPreview;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MapperTest {

    private static final Attributes WORKER = Attributes.builder()
            .put("userName", "ada.lee@example.com")
            .put("firstName", "Ada")
            .put("businessTitle", "Engineer")
            .put("mobilePhone", "")
            .put("hireDate", AttributeValue.of(LocalDate.of(2026, 3, 2)))
            .put("level", AttributeValue.of(7))
            .build();

    @Test
    void m3_defaultMapping_takesWhatWasReadAndLeavesOutTheRest() {
        Profile profile = Mapper.of(DefaultMappings.hrToOkta())
                .map(MappingInput.builder().source(WORKER).build());

        assertThat(profile.values())
                .isEqualTo(Attributes.builder()
                        .put("login", "ada.lee@example.com")
                        .put("title", "Engineer")
                        .put("firstName", "Ada")
                        .put("mobilePhone", AttributeValue.NULL)
                        .build());
        assertThat(profile.faults()).isEmpty();
        assertThat(profile.notRead()).hasSize(16).containsEntry("department", "source.businessUnit");
    }

    @Test
    void m4_defaultMapping_ofAWorkdayUser() {
        Attributes user = Attributes.builder()
                .put("login", "ada.lee@example.com")
                .put("department", "UserDept")
                .put("zipCode", "2000")
                .build();
        Attributes workday = Attributes.builder()
                .put("managerUserName", "grace")
                .put("supervisoryOrg", "Platform")
                .put("location", AttributeValue.NULL)
                .build();
        MappingInput.Builder input = MappingInput.builder()
                .user(user)
                .targetApp(Attributes.builder()
                        .put("namingContext", "ad.example.com")
                        .build());

        Profile with = Mapper.of(DefaultMappings.oktaToActiveDirectory())
                .map(input.workdayUsers(List.of(workday)).build());
        assertThat(with.values())
                .isEqualTo(Attributes.builder()
                        .put("postalCode", "2000")
                        .put("samAccountName", "ada.lee")
                        .put("managerUpn", "grace@ad.example.com")
                        .put("department", "Platform")
                        .put("deliveryOffice", AttributeValue.NULL)
                        .build());
        assertThat(with.notRead()).containsEntry("title", "findWorkdayUser().businessTitle");

        Profile without = Mapper.of(DefaultMappings.oktaToActiveDirectory())
                .map(input.workdayUsers(List.of()).build());
        assertThat(without.values().text("department")).contains("UserDept");
        assertThat(without.values().get("managerUpn")).contains(AttributeValue.NULL);
    }

    @Test
    void m6_whatWasNotReadLeavesTheRowOut_howeverItEnds() {
        Profile profile = map(AttributeMapping.builder()
                .row("plain", "source.nothing")
                .row("joined", "source.firstName + source.nothing")
                .row("guarded", "source.nothing ?: source.firstName")
                .row("failing", "source.nothing ? 1 : 2")
                .row("notTouched", "true ? source.firstName : source.nothing")
                .row("groups", "isMemberOfGroupName('x')")
                .row("workday", "hasWorkdayUser() ? 1 : 2")
                .row("manager", "getManagerUser('active_directory').email")
                .row("linked", "user.getLinkedObject('buddy').email")
                .row("internal", "user.getInternalProperty('id')")
                .row("empty", "source.mobilePhone")
                .build());

        assertThat(profile.values().asMap())
                .isEqualTo(Map.of("notTouched", AttributeValue.of("Ada"), "empty", AttributeValue.NULL));
        assertThat(profile.notRead())
                .containsEntry("plain", "source.nothing")
                .containsEntry("groups", "the user's groups")
                .containsEntry("manager", "the manager")
                .containsEntry("internal", "user.getInternalProperty(\"id\")")
                .hasSize(9);
        assertThat(profile.faults()).isEmpty();
    }

    @Test
    void knownToBeNobody_isNull() {
        Profile profile = Mapper.of(AttributeMapping.builder()
                        .row("manager", "getManagerUser('active_directory').email")
                        .row("managerApp", "getManagerAppUser('active_directory', 'google').email")
                        .row("assistant", "getAssistantAppUser('active_directory', 'google').email")
                        .row("linked", "user.getLinkedObject('buddy').email")
                        .build())
                .map(MappingInput.builder()
                        .manager(Optional.empty())
                        .assistant(Optional.of(new Person(Attributes.empty(), Map.of())))
                        .linked(Map.of())
                        .build());

        assertThat(profile.values().asMap().values()).hasSize(4).containsOnly(AttributeValue.NULL);
    }

    @Test
    void aFaultNamesTheRowAndThePlace_andNoValue() {
        Profile profile = map(AttributeMapping.builder()
                .row("title", "source.businessTitle")
                .row("number", "Convert.toInt(source.firstName)")
                .row("unknown", "fristName")
                .build());

        assertThat(profile.values().names()).containsExactly("title");
        assertThat(profile.faults())
                .containsExactly(
                        new RowFault(
                                "number",
                                "row 'number': 'Convert.toInt': the text is not an integer at line 1, column 1"
                                        + " of 'Convert.toInt(source.firstName)'"),
                        new RowFault(
                                "unknown",
                                "row 'unknown': nothing has the name 'fristName' here; did you mean 'firstName'?"
                                        + " at line 1, column 1 of 'fristName'"));
        assertThat(profile).hasToString("Profile[title]");
    }

    @Test
    void aBareNameThatTheSourceSchemaHas_isAnAttribute() {
        AttributeSchema source = schema(AttributeDefinition.of("nickName", AttributeType.STRING));
        Mapper mapper = Mapper.of(
                AttributeMapping.builder().row("a", "nickName ?: 'x'").build(), Optional.of(source), Optional.empty());

        assertThat(mapper.map(MappingInput.builder().source(WORKER).build()).notRead())
                .isEqualTo(Map.of("a", "nickName"));
    }

    @Test
    void m5_whenARowApplies_isKept() {
        Profile profile = map(AttributeMapping.builder()
                .rowOnCreate("a", "source.firstName")
                .row("b", "source.firstName", Apply.ALWAYS, NullPolicy.KEEP)
                .build());

        assertThat(profile.createOnly()).containsExactly("a");
        assertThat(profile.nullPolicy("b")).isEqualTo(NullPolicy.KEEP);
        assertThat(profile.nullPolicy("a")).isEqualTo(NullPolicy.FOLLOW_POLICY);
    }

    @Test
    void valuesAreCheckedAgainstTheTarget() {
        AttributeSchema target = schema(
                new AttributeDefinition(
                        "short",
                        AttributeType.STRING,
                        AttributeType.STRING,
                        false,
                        false,
                        OptionalInt.of(2),
                        List.of()),
                new AttributeDefinition(
                        "choice",
                        AttributeType.STRING,
                        AttributeType.STRING,
                        false,
                        false,
                        OptionalInt.empty(),
                        List.of("a", "b")),
                new AttributeDefinition(
                        "list",
                        AttributeType.ARRAY,
                        AttributeType.STRING,
                        false,
                        false,
                        OptionalInt.empty(),
                        List.of()),
                AttributeDefinition.of("int", AttributeType.INTEGER),
                AttributeDefinition.of("number", AttributeType.NUMBER),
                AttributeDefinition.of("bool", AttributeType.BOOLEAN),
                AttributeDefinition.of("date", AttributeType.DATE),
                AttributeDefinition.of("text", AttributeType.STRING));

        assertThat(checked(target, "short", "'ab'")).isEqualTo(AttributeValue.of("ab"));
        assertThat(checked(target, "short", "null")).isEqualTo(AttributeValue.NULL);
        assertThat(checked(target, "choice", "'b'")).isEqualTo(AttributeValue.of("b"));
        assertThat(checked(target, "list", "{'a', null}"))
                .isEqualTo(AttributeValue.of(List.of(AttributeValue.of("a"), AttributeValue.NULL)));
        assertThat(checked(target, "int", "4.0")).isEqualTo(AttributeValue.of(4));
        assertThat(checked(target, "number", "1.5")).isEqualTo(AttributeValue.of(new BigDecimal("1.5")));
        assertThat(checked(target, "number", "1")).isEqualTo(AttributeValue.of(1));
        assertThat(checked(target, "bool", "!false")).isEqualTo(AttributeValue.of(true));
        assertThat(checked(target, "date", "'2026-03-02'")).isEqualTo(AttributeValue.of(LocalDate.of(2026, 3, 2)));
        assertThat(checked(target, "date", "source.hireDate")).isEqualTo(AttributeValue.of(LocalDate.of(2026, 3, 2)));
        assertThat(checked(target, "text", "source.hireDate")).isEqualTo(AttributeValue.of("2026-03-02"));

        assertThat(refused(target, "short", "source.firstName"))
                .isEqualTo("row 'short': the value has 3 characters but the target's attribute takes at most 2; "
                        + "cut it with String.substring");
        assertThat(refused(target, "choice", "'c'"))
                .isEqualTo("row 'choice': the value is not one of those that the target's attribute allows: a, b");
        assertThat(refused(target, "list", "'a'")).contains("is text but the target's attribute is an array");
        assertThat(refused(target, "list", "{1}")).contains("is a number but the target's attribute takes text");
        assertThat(refused(target, "int", "'1'")).contains("takes an integer; use Convert.toInt");
        assertThat(refused(target, "int", "1.5")).contains("takes an integer");
        assertThat(refused(target, "number", "'1'")).contains("takes a number; use Convert.toNum");
        assertThat(refused(target, "bool", "'true'")).contains("takes a Boolean");
        assertThat(refused(target, "date", "'02/03/2026'")).contains("not a date such as 2026-03-02");
        assertThat(refused(target, "date", "1")).contains("takes a date");
        assertThat(refused(target, "text", "1")).contains("takes text; join it to ''");
    }

    @Test
    void m5_aPreviewShowsInputsValueAndWhatWasMadeDo() {
        Mapper mapper = Mapper.of(AttributeMapping.builder()
                .row("login", "substringBefore(source.userName, '#') + source.firstName")
                .rowOnCreate("title", "source.businessTitle")
                .row("phone", "source.mobilePhone ?: source.homePhone")
                .row("bad", "source.level - source.firstName")
                .row("levels", "{source.level, 'x', true}")
                .build());

        List<RowPreview> rows = mapper
                .preview(MappingInput.builder().source(WORKER).build())
                .stream()
                .map(row -> row.row().attribute().equals("title") ? row.withCurrent(AttributeValue.of("Boss")) : row)
                .toList();

        assertThat(rows.get(0)).hasToString("RowPreview[login]");
        assertThat(rows.get(0).inputs().get(0)).hasToString("Input[source.userName]");
        assertThat(PreviewText.of(rows)).isEqualTo("""
                login = substringBefore(source.userName, '#') + source.firstName
                    read    source.userName is "ada.lee@example.com"
                    read    source.firstName is "Ada"
                    value   "ada.lee@example.comAda"
                    note    String.substringBefore: the separator is not in the text, so all is before it
                title = source.businessTitle   (on create)
                    read    source.businessTitle is "Engineer"
                    value   "Engineer"
                    target  "Boss", which differs
                phone = source.mobilePhone ?: source.homePhone
                    read    source.mobilePhone is null
                    read    source.homePhone is not read
                    value   left out: source.homePhone was not read
                bad = source.level - source.firstName
                    read    source.level is 7
                    read    source.firstName is "Ada"
                    value   row 'bad': '-' takes numbers, not text at line 1, column 14 of 'source.level - source.firstName'
                levels = {source.level, 'x', true}
                    read    source.level is 7
                    value   {7, "x", true}
                """);
    }

    @Test
    void oneMapper_forManyThreads() {
        Mapper mapper = Mapper.of(AttributeMapping.builder()
                .row("a", "String.toUpperCase(source.firstName) + '-' + Arrays.size({1, 2})")
                .row("b", "source.firstName matches '[a-zA-Z]+' ? {source.level} : null")
                .build());
        Profile expected = mapper.map(MappingInput.builder().source(WORKER).build());

        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(i ->
                                mapper.map(MappingInput.builder().source(WORKER).build())))
                .allMatch(expected::equals);
    }

    private static Profile map(AttributeMapping mapping) {
        return Mapper.of(mapping).map(MappingInput.builder().source(WORKER).build());
    }

    private static AttributeSchema schema(AttributeDefinition... definitions) {
        return AttributeSchema.of(List.of(definitions));
    }

    private static Profile map(AttributeSchema target, String attribute, String expression) {
        AttributeMapping mapping =
                AttributeMapping.builder().row(attribute, expression).build();
        return Mapper.of(mapping, Optional.empty(), Optional.of(target))
                .map(MappingInput.builder().source(WORKER).build());
    }

    private static AttributeValue checked(AttributeSchema target, String attribute, String expression) {
        return map(target, attribute, expression).values().get(attribute).orElseThrow();
    }

    private static String refused(AttributeSchema target, String attribute, String expression) {
        return map(target, attribute, expression).faults().get(0).message();
    }
}
