/**
 * Counts of complaints and what a row of one is. Topics in: {@code agency.*.complaint};
 * table out: {@code complaint_count}.
 */
@NullMarked
package org.buranakan.hub.complaint;

import org.jspecify.annotations.NullMarked;
