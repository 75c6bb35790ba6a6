/** What a host can hear while the engine works. */
@NullMarked
package dev.tenure.lifecycle.listener;

import org.jspecify.annotations.NullMarked;
