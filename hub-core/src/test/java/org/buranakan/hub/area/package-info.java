/** Tests of the package on real PostgreSQL. */
@NullMarked
package org.buranakan.hub.area;

import org.jspecify.annotations.NullMarked;
