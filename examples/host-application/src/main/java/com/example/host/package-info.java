/**
 * A service around the engine. {@link com.example.host.Host} puts the parts together, {@link com.example.host.Schedule} says
 * when something is done and by whom, {@link com.example.host.Web} is what others call.
 */
@NullMarked
package com.example.host;

import org.jspecify.annotations.NullMarked;
