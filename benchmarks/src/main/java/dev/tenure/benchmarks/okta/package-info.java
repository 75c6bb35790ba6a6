/** Reading and writing Okta beside its vendor's SDK, ConnId and bare calls. */
@NullMarked
package dev.tenure.benchmarks.okta;

import org.jspecify.annotations.NullMarked;
