/**
 * What auditors and operators did. Topics in: {@code audit.*.act}; table out:
 * {@code act}. Who may write them is the right of the topic: a principal whose role is
 * auditor or operator, in its own alone.
 */
@NullMarked
package org.buranakan.hub.act;

import org.jspecify.annotations.NullMarked;
