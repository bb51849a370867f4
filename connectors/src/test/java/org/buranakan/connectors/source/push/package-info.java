@NullMarked
package org.buranakan.connectors.source.push;

import org.jspecify.annotations.NullMarked;
