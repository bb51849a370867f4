/** Tests of the package on real PostgreSQL. */
@NullMarked
package org.buranakan.hub.derivation;

import org.jspecify.annotations.NullMarked;
