/** Tests of the package on real PostgreSQL. */
@NullMarked
package org.buranakan.hub.view;

import org.jspecify.annotations.NullMarked;
