/** ConnId's bundles, driven as their documentation says. */
@NullMarked
package dev.tenure.benchmarks.connid;

import org.jspecify.annotations.NullMarked;
