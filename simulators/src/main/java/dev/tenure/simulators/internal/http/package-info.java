/** A small HTTP/1.1 server on loopback: plain threads, keep-alive, TCP_NODELAY, and connections that can be cut on purpose. */
@NullMarked
package dev.tenure.simulators.internal.http;

import org.jspecify.annotations.NullMarked;
