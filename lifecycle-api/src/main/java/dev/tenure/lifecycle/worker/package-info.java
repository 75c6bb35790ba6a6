/** What HR says of a person: the worker record, its employment facts and its provisioning groups. */
@NullMarked
package dev.tenure.lifecycle.worker;

import org.jspecify.annotations.NullMarked;
