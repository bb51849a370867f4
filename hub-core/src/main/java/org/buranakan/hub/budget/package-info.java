/**
 * Postings of budget lines and what a row of one is. Topics in: {@code agency.*.budget};
 * table out: {@code posting}.
 */
@NullMarked
package org.buranakan.hub.budget;

import org.jspecify.annotations.NullMarked;
