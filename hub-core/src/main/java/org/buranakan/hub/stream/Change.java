package org.buranakan.hub.stream;

import org.jspecify.annotations.Nullable;

/**
 * Something that changed in the view.
 *
 * @param family plan, activity, budget, complaint, agreement, answer, act, reference,
 * clock, agency, area, rollout (the stages of an area) or finding
 * @param key of what changed; {@code *} where it is too much to name
 * @param agency null where none speaks
 * @param batch the hub's commit that told of it: changes of one commit share it, and it
 * rises from commit to commit
 */
record Change(String family, String key, @Nullable String agency, long batch) {

	/** The same of another family. */
	Change of(String family) {
		return new Change(family, this.key, this.agency, this.batch);
	}

}
