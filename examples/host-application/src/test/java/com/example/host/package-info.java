/** The application as processes of its own, against simulators over HTTP. */
@NullMarked
package com.example.host;

import org.jspecify.annotations.NullMarked;
