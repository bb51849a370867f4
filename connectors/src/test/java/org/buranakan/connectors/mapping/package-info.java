@NullMarked
package org.buranakan.connectors.mapping;

import org.jspecify.annotations.NullMarked;
