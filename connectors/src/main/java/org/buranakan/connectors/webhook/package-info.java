/**
 * Tells an agency's own system of what was refused: {@code agency.<id>.refused} in, a
 * signed {@code POST} to an address of the agency's choice out, as the Standard Webhooks
 * specification has it.
 * <p>
 * The topic is what waits to be sent, and the agency's consumer group says how far it has
 * been: whatever source refused a row, nothing is held up by a receiver that is slow or
 * away, nothing is lost with a crash, and the order is kept. A message may come twice,
 * under the same {@code webhook-id}. Refused values are never in it: they may be a
 * person's, and {@code GET /v1/refusals} shows them to who holds the token.
 */
@NullMarked
package org.buranakan.connectors.webhook;

import org.jspecify.annotations.NullMarked;
