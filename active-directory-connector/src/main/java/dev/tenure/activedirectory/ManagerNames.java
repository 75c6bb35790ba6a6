package dev.tenure.activedirectory;

import dev.tenure.activedirectory.internal.translate.AttributeTable;
import dev.tenure.activedirectory.internal.translate.Values;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.target.ReferenceTarget;
import java.util.Optional;
import java.util.Set;

/** The row of the default mapping that names the manager by the user principal name (rules M4, E11). */
final class ManagerNames implements ReferenceTarget {

    @Override
    public Set<String> attributes() {
        return Set.of(AttributeTable.MANAGER_UPN);
    }

    /** {@inheritDoc} What is no principal name, as where somebody has no manager, names nobody. */
    @Override
    public Optional<AccountKey> keyOf(String attribute, String value) {
        return Values.isPrincipalName(value) ? Optional.of(AccountKey.of(AttributeTable.UPN, value)) : Optional.empty();
    }
}
