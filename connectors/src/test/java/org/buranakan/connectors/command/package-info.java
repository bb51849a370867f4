@NullMarked
package org.buranakan.connectors.command;

import org.jspecify.annotations.NullMarked;
