package dev.tenure.benchmarks.okta;

import dev.tenure.benchmarks.Figure;
import dev.tenure.benchmarks.measure.Contest;
import dev.tenure.benchmarks.measure.Duel;
import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Goal;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Results;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.okta.OktaTarget;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Figure 4: the listing of users, 200 to a page. */
public final class OktaReading implements Figure {

    private static final int PAGE = 200;
    private static final int USERS = 20_000;
    private static final int USERS_OF_A_BRIEF_RUN = 2_000;

    /** Prepares the figure. */
    public OktaReading() {}

    @Override
    public String name() {
        return "okta.read";
    }

    @Override
    public void measure(Effort effort, Results results) throws Exception {
        int users = effort.quick() ? USERS_OF_A_BRIEF_RUN : USERS;
        try (CannedServer server = server(users)) {
            OktaTarget target = target(server);
            Sdk sdk = new Sdk(server.url());
            BareOkta bare = new BareOkta(server.url(), new OkHttpClient());
            Contest contest = new Duel(effort)
                    .side("ours", () -> list(target))
                    .side("sdk", () -> sdk.list(PAGE).size())
                    .side("bare", () -> bare.list(PAGE))
                    .run();
            results.add(new Measurement(name() + "/sdk", "users/s", contest.speed("ours", "sdk"), Goal.atLeast(4)));
            results.add(new Measurement(
                    name() + "/sdk-allocation", "bytes/user", contest.allocation("ours", "sdk"), Goal.atMost(1.0 / 6)));
            results.add(new Measurement(name() + "/bare", "users/s", contest.speed("ours", "bare"), Goal.atLeast(0.8)));
        }
    }

    static CannedServer server(int users) throws Exception {
        return new CannedServer(url -> OktaUsers.pages(users, PAGE, url)::answer);
    }

    static OktaTarget target(CannedServer server) {
        return OktaTarget.builder(server.url()).token("token").build();
    }

    static long list(OktaTarget target) {
        long users = 0;
        try (AccountPages pages = target.accounts()) {
            for (Optional<List<Account>> page = pages.next(); page.isPresent(); page = pages.next()) {
                users += page.get().size();
            }
        }
        return users;
    }
}
