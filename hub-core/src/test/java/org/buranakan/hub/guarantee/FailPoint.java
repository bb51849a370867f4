package org.buranakan.hub.guarantee;

/**
 * A moment in a hub's work at which PostgreSQL can be made to keep it waiting: by a
 * trigger that asks for a lock which the test holds, or by the line in front of it.
 */
enum FailPoint {

	AFTER_POLL("after a poll, before the first write", ""),

	IN_FACTS("in the middle of the COPY of fact rows",
			"BEFORE INSERT ON view.posting FOR EACH ROW WHEN (NEW.log_offset % 3 = 1)"),

	IN_HISTORY("in the middle of the COPY of history",
			"BEFORE INSERT ON hub.history FOR EACH ROW WHEN (NEW.log_offset % 3 = 1)"),

	IN_DIRTY("between history and dirty keys", "BEFORE INSERT ON view.dirty FOR EACH STATEMENT"),

	BEFORE_COMMIT("when COMMIT was sent, before PostgreSQL commits",
			"AFTER UPDATE OF next_offset ON hub.log DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"),

	COMMIT_UNHEARD("after COMMIT, before the hub hears of it", ""),

	IN_CLAIM("while it claims a log", "BEFORE UPDATE OF epoch ON hub.log FOR EACH ROW"),

	IN_DERIVATION("in the middle of a derivation",
			"BEFORE INSERT OR UPDATE OR DELETE ON view.area_summary FOR EACH STATEMENT"),

	IN_NOTE("when Kafka has a rejection, before the database knows",
			"BEFORE UPDATE OF published_offset ON hub.rejection FOR EACH STATEMENT"),

	IN_CUT("in the middle of a cut", "BEFORE INSERT ON hub.cut_log FOR EACH STATEMENT"),

	IN_PUBLICATION("in the middle of publication", "AFTER INSERT ON hub.outbox FOR EACH STATEMENT");

	private final String when;

	private final String trigger;

	FailPoint(String when, String trigger) {
		this.when = when;
		this.trigger = trigger;
	}

	/** In a sentence about a hub. */
	String when() {
		return this.when;
	}

	boolean isTrigger() {
		return !this.trigger.isEmpty();
	}

	/** Number of the lock that its trigger asks for. */
	int lock() {
		return name().hashCode() & Integer.MAX_VALUE;
	}

	/** Creates its trigger. */
	String statement() {
		return "CREATE %s TRIGGER watch_%s %s EXECUTE FUNCTION watch.gate(%d)"
			.formatted(this.trigger.contains("DEFERRABLE") ? "CONSTRAINT" : "", name(), this.trigger, lock());
	}

}
