package dev.tenure.benchmarks.okta;

/** The vendor's SDK and its first user. */
public final class SdkStart {

    private SdkStart() {}

    /**
     * Makes a client and lists a user.
     *
     * @throws Exception if there is none
     */
    public static void listOne() throws Exception {
        try (CannedServer server = OktaReading.server(1)) {
            if (new Sdk(server.url()).list(200).size() != 1) {
                throw new IllegalStateException("Nobody is listed");
            }
        }
    }
}
