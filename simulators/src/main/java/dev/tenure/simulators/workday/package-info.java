/**
 * A Workday tenant on loopback that speaks real SOAP: hire, change, move, terminate and rehire people, let time pass, and
 * let a connector read it. For tests of this library and of hosts.
 */
@NullMarked
package dev.tenure.simulators.workday;

import org.jspecify.annotations.NullMarked;
