@NullMarked
package org.buranakan.connectors.source.cdc;

import org.jspecify.annotations.NullMarked;
