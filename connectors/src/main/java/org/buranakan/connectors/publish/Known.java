package org.buranakan.connectors.publish;

import org.buranakan.connectors.mapping.Content;

/**
 * What the topics last said of an entity.
 *
 * @param revision of a posting's entry: its generation
 * @param stands false once it is withdrawn, or a posting reversed and not posted anew
 * @param speaker who said it
 */
record Known(long revision, Encoding content, boolean stands, Speaker speaker) {

	/** Whether it is what the content says, whatever revision that has. */
	boolean says(Content offered, Encoding encoding) {
		return this.stands != Withdrawal.isOf(offered.record()) && this.content.equals(encoding);
	}

}
