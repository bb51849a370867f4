/**
 * An independent judge of the hub: reads the topics itself, folds them itself and digests
 * the result itself. Shares the contracts with the hub, and no code.
 */
@NullMarked
package org.buranakan.hub.oracle;

import org.jspecify.annotations.NullMarked;
