/** Connections, failover, requests, paging and faults. Nothing above knows a result code. */
@NullMarked
package dev.tenure.activedirectory.internal.call;

import org.jspecify.annotations.NullMarked;
