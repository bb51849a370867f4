package org.buranakan.hub.intake;

/** A record with what it is; its outcome is not known yet. */
record Judged(Arrival arrival, Judgement judgement) {

	Ended ends(Outcome outcome) {
		return new Ended(this.arrival, this.judgement, outcome);
	}

	/** The same record as one that PostgreSQL cannot take. */
	Judged condemned(String detail) {
		return new Judged(this.arrival, Judgement.Unsound.of(RejectionCode.UNSTORABLE, detail));
	}

}
