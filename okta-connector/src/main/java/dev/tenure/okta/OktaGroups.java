package dev.tenure.okta;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.TargetGroup;
import dev.tenure.okta.internal.call.Answer;
import dev.tenure.okta.internal.call.GroupCalls;
import dev.tenure.okta.internal.call.Paging;
import dev.tenure.okta.internal.wire.OktaGroup;
import dev.tenure.okta.internal.wire.OktaUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Groups of Okta's own. Those that an application owns are not found; those that others made are found and not touched. */
final class OktaGroups implements GroupTarget {

    private static final String OWN = "OKTA_GROUP";
    private static final String GROUP = "group name";

    private final String target;
    private final GroupCalls groups;
    private final GroupOwnership ownership;
    private final RecentWrites recent;

    OktaGroups(String target, GroupCalls groups, GroupOwnership ownership, RecentWrites recent) {
        this.target = target;
        this.groups = groups;
        this.ownership = ownership;
        this.recent = recent;
    }

    /** The search lags behind: a group that was made or renamed here a moment ago is read by its id. */
    @Override
    public Optional<TargetGroup> find(String name) {
        Paging<OktaGroup> pages = groups.list("type eq \"OKTA_GROUP\" and profile.name eq " + KeySearch.quoted(name));
        for (Optional<List<OktaGroup>> page = pages.next(); page.isPresent(); page = pages.next()) {
            for (OktaGroup group : page.get()) {
                Optional<TargetGroup> found = current(group.id(), name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return recent.find(GROUP, name).stream()
                .map(id -> current(id, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public TargetGroup create(String name) {
        OktaGroup group = groups.create(name, ownership.mark());
        ownership.made(group.id());
        recent.add(GROUP, name, group.id());
        return new TargetGroup(group.id(), group.name());
    }

    @Override
    public void rename(String id, String name) {
        OktaGroup group = groups.read(id).orThrow();
        if (!group.name().equals(name)) {
            ownership.require(id);
            groups.rename(group, name);
            recent.add(GROUP, name, id);
        }
    }

    @Override
    public void delete(String id) {
        ownership.require(id);
        Answer<Boolean> answer = groups.delete(id);
        if (!answer.isNotFound()) {
            answer.orThrow();
        }
    }

    @Override
    public void addMember(String id, AccountRef account) {
        ownership.require(id);
        Answer<Boolean> answer = groups.membership(id, account.id(), true);
        if (!mayBeIn(answer) || !isIn(id, account)) {
            answer.orThrow();
        }
    }

    /** Nobody says what Okta answers for who is in the group already; a refusal may mean just that, so it is looked up. */
    private static boolean mayBeIn(Answer<Boolean> answer) {
        return answer.failure()
                .filter(refused -> refused instanceof Conflict || refused instanceof InvalidValue)
                .isPresent();
    }

    private boolean isIn(String id, AccountRef account) {
        Paging<OktaGroup> pages = groups.ofUser(account.id());
        for (Optional<List<OktaGroup>> page = pages.next(); page.isPresent(); page = pages.next()) {
            if (page.get().stream().anyMatch(group -> group.id().equals(id))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void removeMember(String id, AccountRef account) {
        ownership.require(id);
        Answer<Boolean> answer = groups.membership(id, account.id(), false);
        if (!answer.isNotFound()) {
            answer.orThrow();
        }
    }

    @Override
    public List<AccountRef> members(String id) {
        List<AccountRef> members = new ArrayList<>();
        Paging<OktaUser> pages = groups.members(id);
        for (Optional<List<OktaUser>> page = pages.next(); page.isPresent(); page = pages.next()) {
            page.get().forEach(user -> members.add(new AccountRef(target, user.id())));
        }
        return members;
    }

    private Optional<TargetGroup> current(String id, String name) {
        Answer<OktaGroup> answer = groups.read(id);
        if (answer.failure().filter(NotFound.class::isInstance).isPresent()) {
            return Optional.empty();
        }
        OktaGroup group = answer.orThrow();
        return group.type().equals(OWN) && group.name().equals(name)
                ? Optional.of(new TargetGroup(id, name))
                : Optional.empty();
    }
}
