@NullMarked
package org.buranakan.platform;

import org.jspecify.annotations.NullMarked;
