/**
 * What the connectors over HTTP share: a guarded client, the pace that a system announces, retry times, bounded answers and
 * the naming of broken connections. For connector authors.
 */
@NullMarked
package dev.tenure.http;

import org.jspecify.annotations.NullMarked;
