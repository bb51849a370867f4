/** Tests of the package on real PostgreSQL. */
@NullMarked
package org.buranakan.hub.finding;

import org.jspecify.annotations.NullMarked;
