/**
 * The hub: agencies' topics in, the integrated view out. Starts the application and knows
 * nothing of its packages.
 */
@NullMarked
package org.buranakan.hub;

import org.jspecify.annotations.NullMarked;
