@NullMarked
package org.buranakan.hub.publication;

import org.jspecify.annotations.NullMarked;
