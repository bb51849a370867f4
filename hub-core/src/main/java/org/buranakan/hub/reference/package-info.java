/**
 * Reference data and the business date. Topics in: {@code hub.reference},
 * {@code hub.clock}; tables out: {@code reference}, {@code business_date}.
 */
@NullMarked
package org.buranakan.hub.reference;

import org.jspecify.annotations.NullMarked;
