@NullMarked
package org.buranakan.connectors.reference;

import org.jspecify.annotations.NullMarked;
