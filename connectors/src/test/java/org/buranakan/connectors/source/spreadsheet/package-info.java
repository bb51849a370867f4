@NullMarked
package org.buranakan.connectors.source.spreadsheet;

import org.jspecify.annotations.NullMarked;
