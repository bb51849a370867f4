/** Events folded into facts without Kafka in between, for tests of what reads facts. */
@NullMarked
package org.buranakan.hub.intake;

import org.jspecify.annotations.NullMarked;
