/**
 * Plans and what a row of one is. Topics in: {@code agency.*.plan}; tables out:
 * {@code plan}, {@code plan_area}, {@code plan_milestone}.
 */
@NullMarked
package org.buranakan.hub.plan;

import org.jspecify.annotations.NullMarked;
