/**
 * An Okta organisation on loopback that speaks the real formats and keeps the real rules: logins are unique, statuses move
 * only as documented, pages have links, limits are announced and enforced, and searches lag behind if told to. For tests of
 * hosts and of this library.
 */
@NullMarked
package dev.tenure.simulators.okta;

import org.jspecify.annotations.NullMarked;
