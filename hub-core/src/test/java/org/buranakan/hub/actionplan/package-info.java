/** Tests of the package on real PostgreSQL. */
@NullMarked
package org.buranakan.hub.actionplan;

import org.jspecify.annotations.NullMarked;
