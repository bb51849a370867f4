package org.buranakan.hub.intake;

import java.util.List;

import javax.sql.DataSource;

import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds logs once more from their beginning, into another copy of the fact tables and
 * beside live traffic: by the same judge, fold and statements, but no log is owned or
 * moved on, and nothing durable is written or read.
 */
@Component
public class Refold {

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final Inspection inspection;

	private final SchemaRegistry registry;

	private final List<Projection<?>> projections;

	private final IntakeSettings settings;

	Refold(ConsumerFactory<byte[], byte[]> consumers, Inspection inspection, SchemaRegistry registry,
			List<Projection<?>> projections, IntakeSettings settings) {
		this.settings = settings;
		this.consumers = consumers;
		this.inspection = inspection;
		this.registry = registry;
		this.projections = List.copyOf(projections);
	}

	/** Whether the records of a topic are facts: others are kept for a while only. */
	public static boolean covers(String topic) {
		return Topic.parse(topic).filter((known) -> known.kind() != Topics.REFUSED).isPresent();
	}

	/**
	 * Begins to fold.
	 * @param copy whose search path leads to empty fact tables, then to those of
	 * {@code hub}
	 */
	public Refolding into(DataSource copy) {
		JdbcTemplate tables = new JdbcTemplate(copy);
		// Not the live history: a replay rests on the logs alone.
		tables.execute("DROP VIEW plan_history");
		tables.execute("CREATE TABLE plan_history (LIKE hub.history)");
		Gathering gathering = new Gathering(new TransactionTemplate(new JdbcTransactionManager(copy)), tables,
				this.settings.replayBytes());
		return new Refolding(this.consumers.createConsumer(), new Logs(JdbcClient.create(copy)), this.inspection,
				new Batches(() -> new Judge(this.registry, this.projections), gathering::take), gathering);
	}

}
