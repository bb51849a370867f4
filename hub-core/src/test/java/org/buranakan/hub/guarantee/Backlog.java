package org.buranakan.hub.guarantee;

import java.util.List;

import org.buranakan.platform.Database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Postings that wait in the budget topics of agencies, as many in each.
 *
 * @param events of each topic
 * @param postings of each topic: what its events state, each equally often
 */
record Backlog(Agencies agencies, List<String> topics, long events, long postings) {

	static Backlog publish(Agencies agencies, int events, int postings) {
		long bytes = 0;
		int share = agencies.names().size();
		for (String agency : agencies.names()) {
			bytes += new FlatPostings(agencies, agency).publish(events / share, postings / share);
		}
		System.out.printf("= %,d records of %d bytes, of %,d postings and %,d agencies%n", events / share * share,
				bytes / events, postings / share * share, share);
		return new Backlog(agencies, agencies.names().stream().map((agency) -> "agency." + agency + ".budget").toList(),
				events / share, postings / share);
	}

	/** In all topics. */
	long all() {
		return this.events * this.topics.size();
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
			.isEqualTo(List.of(this.postings * this.topics.size(), this.postings * this.topics.size(),
					this.topics.size() * FlatPostings.sum(this.postings)));
	}

}
