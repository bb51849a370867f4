/** Tests of the package on real PostgreSQL. */
@NullMarked
package org.buranakan.hub.overview;

import org.jspecify.annotations.NullMarked;
