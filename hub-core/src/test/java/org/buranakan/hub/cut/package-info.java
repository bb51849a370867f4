/** Tests of the package on real PostgreSQL. */
@NullMarked
package org.buranakan.hub.cut;

import org.jspecify.annotations.NullMarked;
