@NullMarked
package org.buranakan.connectors.access;

import org.jspecify.annotations.NullMarked;
