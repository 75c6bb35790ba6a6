/** A source of one's own: the nightly CSV export of some HR system. */
@NullMarked
package com.example.people;

import org.jspecify.annotations.NullMarked;
