/** A target of one's own: a directory of people with a small REST API. */
@NullMarked
package com.example.directory;

import org.jspecify.annotations.NullMarked;
