/**
 * What an administrator or an agency's IT types: {@code agency add | rotate | revoke},
 * {@code reference load} and {@code profile check | schema | try}. Every command may be
 * repeated, says what it did, and ends with 0, with 1 and the reason, or with 2 and the
 * usage. In: an administrator's client properties; out: Kafka's users, rights and topics,
 * {@code hub.reference}, and a kit of files for the agency. Uses schemas' provisioning,
 * and, to try a profile, the connectors' own readings on a publisher that reaches nobody.
 */
@NullMarked
package org.buranakan.connectors.command;

import org.jspecify.annotations.NullMarked;
