package org.buranakan.hub.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.cut.Cut;
import org.buranakan.hub.derivation.Derived;
import org.buranakan.hub.derivation.DirtyKeys;
import org.buranakan.hub.intake.Account;
import org.buranakan.hub.intake.Refold;
import org.buranakan.hub.intake.Refolding;
import org.buranakan.hub.intake.Unrepeatable;
import org.buranakan.hub.view.Statement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds the view again in a {@link Copy}: folds the logs, then derives everything. */
@Component
public class Rebuild {

	private static final String STANDING_AT_CUT = Statement.of(Rebuild.class, "standing-at-cut.sql");

	private final JdbcClient database;

	private final Refold refold;

	private final List<Derived> derived;

	Rebuild(JdbcClient database, Refold refold, List<Derived> derived) {
		this.database = database;
		this.refold = refold;
		this.derived = List.copyOf(derived);
	}

	/** Begins to fold. */
	Refolding into(DataSource copy) {
		return this.refold.into(copy);
	}

	/** Where the logs of facts end, exclusive, by topic. */
	public static Map<String, Long> ends(List<Fingerprint.Position> positions) {
		Map<String, Long> ends = new LinkedHashMap<>();
		positions.stream()
			.filter((position) -> Refold.covers(position.topic()))
			.forEach((position) -> ends.put(position.topic(), position.nextOffset()));
		return ends;
	}

	/**
	 * Folds every log up to a cut. Whoever reads the copy then finds the logs, their
	 * accounts, rejections and history as they were at the cut, and its moment.
	 * @param progress told now and then how many records are folded
	 * @return what became of the records of each log that has any, by topic
	 * @throws Unrepeatable if the logs are not what they were, or are not reached
	 */
	public Map<String, Account> fold(Cut cut, DataSource copy, LongConsumer progress) {
		requireSameLogs(cut);
		JdbcClient.create(copy)
			.sql(STANDING_AT_CUT.replace(":cut", "'" + cut.id() + "'").replace(":taken_at", "'" + cut.takenAt() + "'"))
			.update();
		try (Refolding refolding = this.refold.into(copy)) {
			return refolding.until(ends(cut.positions()), progress);
		}
	}

	/** A log that was created anew since is another log. */
	private void requireSameLogs(Cut cut) {
		Map<String, String> now = this.database.sql("SELECT topic, topic_id FROM hub.log")
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		List<String> other = cut.positions()
			.stream()
			.filter((log) -> Refold.covers(log.topic()) && !log.topicId().equals(now.get(log.topic())))
			.map((log) -> "%s was topic %s and is %s".formatted(log.topic(), log.topicId(), now.get(log.topic())))
			.toList();
		if (!other.isEmpty()) {
			throw new Unrepeatable(String.join("; ", other));
		}
	}

	/** Derives everything from the facts that were folded into the copy. */
	public void derive(Copy copy) {
		DataSource tables = copy.analyzed();
		JdbcClient view = JdbcClient.create(tables);
		TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(tables));
		view.sql("DELETE FROM dirty").update();
		// Not all in one: the stream of changes waits for who writes for long.
		this.derived
			.forEach((rows) -> transaction.executeWithoutResult((status) -> rows.derive(view, DirtyKeys.everything())));
	}

}
