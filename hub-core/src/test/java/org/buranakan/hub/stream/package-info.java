/** The stream as its clients see it. */
@NullMarked
package org.buranakan.hub.stream;

import org.jspecify.annotations.NullMarked;
