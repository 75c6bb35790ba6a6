/** Values as the directory has them: identifiers, passwords, instants and account flags to bytes and back. */
@NullMarked
package dev.tenure.activedirectory.internal.wire;

import org.jspecify.annotations.NullMarked;
