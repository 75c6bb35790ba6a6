package dev.tenure.simulators.workday;

import java.util.List;

/**
 * A place of work.
 *
 * @param id the location id
 * @param name its name
 * @param timeZone its time zone; empty for one that Workday does not give
 * @param lines the lines of its address
 * @param city the city
 * @param regionCode the code of the state or province, such as {@code USA-CA}; empty if there is none
 * @param region its name; empty if there is none
 * @param postalCode the postal code
 * @param country the country in two letters
 * @param countryAlpha3 the country in three letters
 * @param locale the locale that is spoken there
 */
public record Site(
        String id,
        String name,
        String timeZone,
        List<String> lines,
        String city,
        String regionCode,
        String region,
        String postalCode,
        String country,
        String countryAlpha3,
        String locale) {

    /** San Francisco. */
    public static final Site SAN_FRANCISCO = new Site(
            "SFO-1",
            "San Francisco HQ",
            "America/Los_Angeles",
            List.of("100 Main Street", "Floor 7"),
            "San Francisco",
            "USA-CA",
            "California",
            "94105",
            "US",
            "USA",
            "en_US");

    /** Sydney. */
    public static final Site SYDNEY = new Site(
            "SYD-1",
            "Sydney",
            "Australia/Sydney",
            List.of("1 Macquarie Place"),
            "Sydney",
            "AUS-NSW",
            "New South Wales",
            "2000",
            "AU",
            "AUS",
            "en_AU");

    /** Tokyo. */
    public static final Site TOKYO = new Site(
            "TYO-1",
            "東京オフィス",
            "Asia/Tokyo",
            List.of("丸の内1-1-1"),
            "千代田区",
            "JPN-13",
            "東京都",
            "100-0005",
            "JP",
            "JPN",
            "ja_JP");

    /** Berlin. */
    public static final Site BERLIN = new Site(
            "BER-1",
            "Berlin",
            "Europe/Berlin",
            List.of("Straße des 17. Juni 135"),
            "Berlin",
            "DEU-BE",
            "Berlin",
            "10623",
            "DE",
            "DEU",
            "de_DE");

    /** London. */
    public static final Site LONDON = new Site(
            "LON-1",
            "London",
            "Europe/London",
            List.of("10 Finsbury Square"),
            "London",
            "",
            "",
            "EC2A 1AF",
            "GB",
            "GBR",
            "en_GB");

    /** Bengaluru. */
    public static final Site BENGALURU = new Site(
            "BLR-1",
            "Bengaluru",
            "Asia/Kolkata",
            List.of("12 MG Road"),
            "Bengaluru",
            "IND-KA",
            "Karnataka",
            "560001",
            "IN",
            "IND",
            "en_IN");

    /** Cairo. */
    public static final Site CAIRO = new Site(
            "CAI-1",
            "القاهرة",
            "Africa/Cairo",
            List.of("شارع طلعت حرب ٥"),
            "القاهرة",
            "",
            "",
            "11511",
            "EG",
            "EGY",
            "ar_EG");

    /** São Paulo. */
    public static final Site SAO_PAULO = new Site(
            "GRU-1",
            "São Paulo",
            "America/Sao_Paulo",
            List.of("Avenida Paulista 1000"),
            "São Paulo",
            "BRA-SP",
            "São Paulo",
            "01310-100",
            "BR",
            "BRA",
            "pt_BR");

    /** Copies the list. */
    public Site {
        lines = List.copyOf(lines);
    }

    /**
     * Gives the sites that are named here.
     *
     * @return all over the world
     */
    public static List<Site> all() {
        return List.of(SAN_FRANCISCO, SYDNEY, TOKYO, BERLIN, LONDON, BENGALURU, CAIRO, SAO_PAULO);
    }
}
