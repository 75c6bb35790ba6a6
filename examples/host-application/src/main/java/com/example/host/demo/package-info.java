/** The application at work for a small company, with simulated Workday and Okta, by a clock that goes fast. */
@NullMarked
package com.example.host.demo;

import org.jspecify.annotations.NullMarked;
