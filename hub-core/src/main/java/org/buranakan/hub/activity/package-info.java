/**
 * Activities and what a row of one is. Topics in: {@code agency.*.activity}; tables out:
 * {@code activity}, {@code activity_area}.
 */
@NullMarked
package org.buranakan.hub.activity;

import org.jspecify.annotations.NullMarked;
