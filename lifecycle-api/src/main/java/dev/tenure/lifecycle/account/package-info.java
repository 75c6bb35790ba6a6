/** Accounts at a target, and how they are found and linked. */
@NullMarked
package dev.tenure.lifecycle.account;

import org.jspecify.annotations.NullMarked;
