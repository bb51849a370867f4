package org.buranakan.connectors.publish;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.buranakan.schemas.envelope.EntityId;

/**
 * Which of a source entry's postings an entity id names. Postings are final: a changed
 * entry is reversed and posted anew, as {@code <entry>~reversed} and {@code <entry>~2}.
 *
 * @param entry the entity id that the profile derives
 * @param generation from 1
 */
record PostingId(EntityId entry, int generation, boolean reversal) {

	/** Local ids that agencies choose never hold it: the mapping refuses such keys. */
	private static final Pattern FORM = Pattern
		.compile("(?<entry>[^~]+)(?:~(?<generation>\\d+))?(?<reversal>~reversed)?");

	static PostingId of(EntityId entity) {
		Matcher form = FORM.matcher(entity.local());
		if (!form.matches()) {
			return new PostingId(entity, 1, false);
		}
		int generation = (form.group("generation") != null) ? Integer.parseInt(form.group("generation")) : 1;
		return new PostingId(new EntityId(entity.agency(), form.group("entry")), generation,
				form.group("reversal") != null);
	}

	EntityId entity() {
		String local = this.entry.local() + ((this.generation > 1) ? "~" + this.generation : "")
				+ (this.reversal ? "~reversed" : "");
		return new EntityId(this.entry.agency(), local);
	}

}
