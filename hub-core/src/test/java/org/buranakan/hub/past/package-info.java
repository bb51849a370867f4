/** Tests of the package on real PostgreSQL. */
@NullMarked
package org.buranakan.hub.past;

import org.jspecify.annotations.NullMarked;
