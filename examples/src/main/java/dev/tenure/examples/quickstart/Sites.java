package dev.tenure.examples.quickstart;

import dev.tenure.simulators.workday.Site;
import java.util.List;
import java.util.stream.Stream;

/** Where the company works: the simulator's sites and some more, from UTC-8 to UTC+11, one of them at a quarter of an hour. */
final class Sites {

    private static final Site TEL_AVIV = new Site(
            "TLV-1",
            "תל אביב",
            "Asia/Jerusalem",
            List.of("שדרות רוטשילד 22"),
            "תל אביב-יפו",
            "",
            "",
            "6688218",
            "IL",
            "ISR",
            "he_IL");
    private static final Site ATHENS = new Site(
            "ATH-1",
            "Αθήνα",
            "Europe/Athens",
            List.of("Λεωφόρος Κηφισίας 44"),
            "Μαρούσι",
            "",
            "",
            "15125",
            "GR",
            "GRC",
            "el_GR");
    private static final Site SEOUL =
            new Site("SEL-1", "서울", "Asia/Seoul", List.of("세종대로 110"), "서울특별시", "", "", "04524", "KR", "KOR", "ko_KR");
    private static final Site KATHMANDU = new Site(
            "KTM-1",
            "काठमाडौं",
            "Asia/Kathmandu",
            List.of("दरबार मार्ग ५"),
            "काठमाडौं",
            "",
            "",
            "44600",
            "NP",
            "NPL",
            "ne_NP");

    private Sites() {}

    static List<Site> all() {
        return Stream.concat(Site.all().stream(), Stream.of(TEL_AVIV, ATHENS, SEOUL, KATHMANDU))
                .toList();
    }

    static Site byId(String id) {
        return all().stream()
                .filter(site -> site.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no site " + id));
    }
}
