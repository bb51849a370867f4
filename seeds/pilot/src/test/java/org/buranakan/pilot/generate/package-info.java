/** Tests of this package. */
@NullMarked
package org.buranakan.pilot.generate;

import org.jspecify.annotations.NullMarked;
