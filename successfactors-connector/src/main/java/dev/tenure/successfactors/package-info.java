/** SAP SuccessFactors Employee Central as a source of workers. */
@NullMarked
package dev.tenure.successfactors;

import org.jspecify.annotations.NullMarked;
