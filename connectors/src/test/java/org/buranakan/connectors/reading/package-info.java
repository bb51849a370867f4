@NullMarked
package org.buranakan.connectors.reading;

import org.jspecify.annotations.NullMarked;
