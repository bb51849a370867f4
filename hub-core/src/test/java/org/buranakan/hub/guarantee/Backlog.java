package org.buranakan.hub.guarantee;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.pilot.nation.Nation;
import org.buranakan.platform.Database;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.topic.Family;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What waits in the topics of agencies.
 *
 * @param ends how many records each topic has
 * @param postings of each topic, where it is postings that wait: what its events state,
 * each equally often
 */
record Backlog(Agencies agencies, Map<String, Long> ends, long postings) {

	private static final int PROVINCES = 77;

	/** Postings in the budget topic of each agency, as many in each. */
	static Backlog publish(Agencies agencies, int events, int postings) {
		long bytes = 0;
		int share = agencies.names().size();
		for (String agency : agencies.names()) {
			bytes += new FlatPostings(agencies, agency).publish(events / share, postings / share);
		}
		System.out.printf("= %,d records of %d bytes, of %,d postings and %,d agencies%n", events / share * share,
				bytes / events, postings / share * share, share);
		Map<String, Long> ends = new LinkedHashMap<>();
		agencies.names().forEach((agency) -> ends.put("agency." + agency + ".budget", (long) (events / share)));
		return new Backlog(agencies, ends, postings / share);
	}

	/** Events of all families, as the agencies of a generated nation publish them. */
	static Backlog ofANation(Agencies agencies, int events) {
		Map<String, Long> ends = new LinkedHashMap<>();
		Nation nation = new Nation(agencies.prefix(), PROVINCES, events, 2565, (event) -> {
			agencies.publish(event);
			ends.merge("agency." + Envelope.of(event).agency() + "." + Family.of(event).code(), 1L, Long::sum);
		});
		agencies.join(nation.agencies());
		agencies.record(nation.reference(), nation.today());
		nation.tell();
		agencies.flush();
		Backlog backlog = new Backlog(agencies, ends, 0);
		System.out.printf("= %,d events of all families of %,d agencies%n", backlog.all(), nation.agencies().size());
		return backlog;
	}

	List<String> topics() {
		return List.copyOf(this.ends.keySet());
	}

	/** The most records that a topic has. */
	long events() {
		return Collections.max(this.ends.values());
	}

	/** In all topics. */
	long all() {
		return this.ends.values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * Fails unless the table has every posting once, with its amount.
	 * @param table with schema
	 * @param id the column that has the posting's id
	 * @param amount the column that has its amount
	 */
	void isIn(Database database, String table, String id, String amount) {
		JdbcClient sql = JdbcClient
			.create(new DriverManagerDataSource(database.url(), database.owner().user(), database.owner().password()));
		String query = "SELECT count(*), count(DISTINCT %s), sum(%s) FROM %s".formatted(id, amount, table);
		assertThat(
				sql.sql(query).query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3))).single())
			.isEqualTo(List.of(this.postings * this.ends.size(), this.postings * this.ends.size(),
					this.ends.size() * FlatPostings.sum(this.postings)));
	}

}
