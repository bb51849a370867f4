@NullMarked
package org.buranakan.platform.shared;

import org.jspecify.annotations.NullMarked;
