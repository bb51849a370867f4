package org.buranakan.hub.intake;

import java.util.List;

import org.apache.avro.specific.SpecificRecord;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes committed rows to a topic of the hub's own, each once: the offset that Kafka
 * acknowledged is noted beside the row, and what was acknowledged without being noted
 * (the process died in between, or the answer came too late) is found in the topic
 * afterwards. For one thread.
 */
public final class Outbox<R extends SpecificRecord> {

	private static final int MOST = 500;

	private final TransactionTemplate transaction;

	private final Rows<R> rows;

	private final OwnTopic<R> topic;

	private boolean caughtUp;

	Outbox(TransactionTemplate transaction, Rows<R> rows, OwnTopic<R> topic) {
		this.transaction = transaction;
		this.rows = rows;
		this.topic = topic;
	}

	/**
	 * Publishes the next rows.
	 * @return whether there were none, or Kafka took them
	 * @throws RuntimeException if Kafka or the database did not; nothing is lost: the
	 * rows stay unpublished, and the next call tries again
	 */
	public boolean publish() {
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> publishNext()));
		}
		catch (RuntimeException ex) {
			this.caughtUp = false;
			throw ex;
		}
	}

	private boolean publishNext() {
		List<R> records = this.rows.next(MOST);
		if (records.isEmpty() || !this.rows.lock()) {
			return records.isEmpty();
		}
		if (!this.caughtUp) {
			this.topic.read(this.rows.publishedUpTo(), this.rows::published);
			// The rest is another transaction's: none may outlast what an idle one may.
			this.caughtUp = true;
			return false;
		}
		records = this.rows.next(MOST);
		List<Long> offsets = this.topic.append(records, this.rows::key);
		for (int i = 0; i < records.size(); i++) {
			this.rows.published(records.get(i), offsets.get(i));
		}
		return true;
	}

	/** The rows that wait, as records of the topic; all within one transaction. */
	public interface Rows<R extends SpecificRecord> {

		/** Whether this transaction alone publishes them. */
		boolean lock();

		/** The oldest that are not known to be published. */
		List<R> next(int most);

		/** The offset in the topic behind which nothing is known to stand. */
		long publishedUpTo();

		/** Notes what Kafka has; without effect where that is noted already. */
		void published(R record, long offset);

		/** The record's key in the topic. */
		String key(R record);

	}

}
