/** Tests of this package. */
@NullMarked
package org.buranakan.pilot.nation;

import org.jspecify.annotations.NullMarked;
