@NullMarked
package org.buranakan.connectors.webhook;

import org.jspecify.annotations.NullMarked;
