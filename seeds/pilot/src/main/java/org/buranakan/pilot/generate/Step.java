package org.buranakan.pilot.generate;

/**
 * One record of a log, before it is written out.
 *
 * @param revision from 1
 * @param variant 0; anything else is other content under the same revision
 */
record Step(Entity entity, long revision, int variant) {

	Step conflicting() {
		return new Step(this.entity, this.revision, this.variant + 1);
	}

	/** Thrown alike for all revisions of the entity. */
	Dice lasting() {
		return this.entity.dice(1);
	}

	/** Thrown anew for each revision and variant. */
	Dice changing() {
		return this.entity.dice(100 + this.revision * 10 + this.variant);
	}

	String mark() {
		return this.revision + ((this.variant == 0) ? "" : "." + this.variant);
	}

}
