package org.buranakan.hub.cut;

import java.util.List;

import org.buranakan.hub.intake.Outbox;
import org.buranakan.schemas.record.CutTaken;
import org.buranakan.schemas.record.LogPosition;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cuts that stand in {@code hub.cut}, the table, and not yet in the topic. */
@Component
class UnpublishedCuts implements Outbox.Rows<CutTaken> {

	/** Of advisory locks; arbitrary, the hub's own. */
	private static final long LOCK = 0x6375_7473L;

	private final JdbcClient database;

	private final Cuts cuts;

	UnpublishedCuts(JdbcClient database, Cuts cuts) {
		this.database = database;
		this.cuts = cuts;
	}

	@Override
	public boolean lock() {
		return this.database.sql("SELECT pg_try_advisory_xact_lock(:lock)")
			.param("lock", LOCK)
			.query(Boolean.class)
			.single();
	}

	@Override
	public List<CutTaken> next(int most) {
		return this.cuts.unpublished(most).stream().map(UnpublishedCuts::record).toList();
	}

	private static CutTaken record(Cut cut) {
		List<LogPosition> positions = cut.positions()
			.stream()
			.map((log) -> new LogPosition(log.topic(), log.topicId(), log.partition(), log.nextOffset()))
			.toList();
		Cut.Known known = cut.fingerprint();
		return new CutTaken(cut.id(), cut.takenAt(), cut.businessDate(), positions,
				(known != null) ? known.sha256() : null);
	}

	@Override
	public long publishedUpTo() {
		return this.cuts.publishedUpTo();
	}

	@Override
	public void published(CutTaken cut, long offset) {
		this.cuts.published(cut.getCutId(), offset);
	}

	@Override
	public String key(CutTaken cut) {
		return cut.getCutId();
	}

}
