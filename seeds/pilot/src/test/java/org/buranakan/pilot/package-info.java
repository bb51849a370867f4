/** Tests of this package. */
@NullMarked
package org.buranakan.pilot;

import org.jspecify.annotations.NullMarked;
