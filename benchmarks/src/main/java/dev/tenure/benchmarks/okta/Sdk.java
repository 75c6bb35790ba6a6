package dev.tenure.benchmarks.okta;

import com.okta.sdk.authc.credentials.TokenClientCredentials;
import com.okta.sdk.client.Clients;
import com.okta.sdk.helper.PaginationUtil;
import com.okta.sdk.resource.api.UserApi;
import com.okta.sdk.resource.model.CreateUserRequest;
import com.okta.sdk.resource.model.UpdateUserRequest;
import com.okta.sdk.resource.model.User;
import com.okta.sdk.resource.model.UserGetSingleton;
import com.okta.sdk.resource.model.UserProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vendor's SDK, as its README says, but for TLS, which a simulated organisation on loopback has none of. */
final class Sdk {

    private final UserApi users;

    Sdk(String url) {
        this(url, "token");
    }

    Sdk(String url, String token) {
        System.setProperty("okta.testing.disableHttpsCheck", "true");
        this.users = new UserApi(Clients.builder()
                .setOrgUrl(url)
                .setClientCredentials(new TokenClientCredentials(token))
                .build());
    }

    List<User> list(int pageSize) throws Exception {
        List<User> all = new ArrayList<>();
        String after = null;
        do {
            all.addAll(page(after, pageSize));
            after = PaginationUtil.getAfter(users.getApiClient());
        } while (after != null && !after.isBlank());
        return all;
    }

    @SuppressWarnings("NullAway")
    private List<User> page(@Nullable String after, int pageSize) throws Exception {
        return users.listUsers(null, null, after, pageSize, null, null, null, null);
    }

    @SuppressWarnings("NullAway")
    UserGetSingleton read(String id) throws Exception {
        return users.getUser(id, null, null);
    }

    @SuppressWarnings("NullAway")
    User update(String id, String department) throws Exception {
        UserProfile profile = new UserProfile();
        profile.setDepartment(department);
        UpdateUserRequest request = new UpdateUserRequest();
        request.setProfile(profile);
        return users.updateUser(id, request, null);
    }

    @SuppressWarnings("NullAway")
    User create(int number) throws Exception {
        UserProfile profile = new UserProfile();
        profile.setLogin("user." + number + "@example.com");
        profile.setEmail("user." + number + "@example.com");
        profile.setFirstName("First " + number);
        profile.setLastName("Last " + number);
        profile.setDepartment("Department " + number % 100);
        profile.setEmployeeNumber(Integer.toString(number));
        CreateUserRequest request = new CreateUserRequest();
        request.setProfile(profile);
        return users.createUser(request, true, false, null);
    }
}
