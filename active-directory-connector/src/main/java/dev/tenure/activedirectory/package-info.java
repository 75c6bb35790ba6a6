/** Active Directory as a target of accounts: {@link dev.tenure.activedirectory.ActiveDirectoryTarget}. */
@NullMarked
package dev.tenure.activedirectory;

import org.jspecify.annotations.NullMarked;
