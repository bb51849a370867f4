@NullMarked
package org.buranakan.platform.process;

import org.jspecify.annotations.NullMarked;
