package dev.tenure.benchmarks.okta;

import static org.assertj.core.api.Assertions.assertThat;

import com.okta.sdk.resource.model.User;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.okta.OktaTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class OktaReadingTest {

    private static final int USERS = 450;

    @Test
    void allSides_listTheSameUsers() throws Exception {
        try (CannedServer server = OktaReading.server(USERS)) {
            List<Account> ours = list(OktaReading.target(server));
            List<User> sdk = new Sdk(server.url()).list(200);

            assertThat(ours).hasSize(USERS);
            assertThat(ours)
                    .extracting(account -> account.ref().id(), Account::login)
                    .isEqualTo(sdk.stream()
                            .map(user -> org.assertj.core.groups.Tuple.tuple(
                                    user.getId(), user.getProfile().getLogin()))
                            .toList());
            assertThat(new BareOkta(server.url(), new OkHttpClient()).list(200)).isEqualTo(USERS);
            assertThat(server.calls()).isEqualTo(9);
        }
    }

    private static List<Account> list(OktaTarget target) {
        List<Account> all = new ArrayList<>();
        try (AccountPages pages = target.accounts()) {
            for (Optional<List<Account>> page = pages.next(); page.isPresent(); page = pages.next()) {
                all.addAll(page.get());
            }
        }
        return all;
    }
}
