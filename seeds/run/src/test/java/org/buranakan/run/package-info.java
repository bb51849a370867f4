/** What holds for the whole system: its style, and the embedded run seen from outside. */
@NullMarked
package org.buranakan.run;

import org.jspecify.annotations.NullMarked;
