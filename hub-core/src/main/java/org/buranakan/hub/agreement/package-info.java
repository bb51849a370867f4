/**
 * What agencies say to each other's plans and to findings. Topics in:
 * {@code agency.*.agreement}, {@code agency.*.answer}; tables out: {@code agreement},
 * {@code answer}.
 */
@NullMarked
package org.buranakan.hub.agreement;

import org.jspecify.annotations.NullMarked;
