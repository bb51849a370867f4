@NullMarked
package org.buranakan.connectors.publish;

import org.jspecify.annotations.NullMarked;
