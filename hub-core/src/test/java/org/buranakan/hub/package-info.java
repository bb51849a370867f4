/** Tests of the hub's shape. */
@NullMarked
package org.buranakan.hub;

import org.jspecify.annotations.NullMarked;
