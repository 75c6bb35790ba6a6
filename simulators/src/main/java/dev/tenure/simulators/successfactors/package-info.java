/**
 * SAP SuccessFactors Employee Central on loopback: OData v2 with its effective dating, its paging and its upserts, Basic
 * authentication and OAuth by SAML bearer.
 */
@NullMarked
package dev.tenure.simulators.successfactors;

import org.jspecify.annotations.NullMarked;
