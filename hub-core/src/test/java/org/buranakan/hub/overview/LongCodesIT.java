package org.buranakan.hub.overview;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An entry of an index has 2,704 bytes at most, and intake lets codes of 300 letters
 * through: what is indexed together must have room together.
 */
@OnDatabase
class LongCodesIT {

	private static final String ID = "(SELECT left(string_agg(md5(n::text), ''), 641) FROM generate_series(1, 21) AS n)";

	@Autowired
	private JdbcClient database;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void anActivityWhoseCodesAreAsLongAsCanBeIsHeldWithItsAreas() {
		this.transaction.executeWithoutResult((status) -> {
			assertThat(held("activity", "same_as", code(3))).isOne();
			assertThat(held("activity_area", "area", code(2))).isOne();
			status.setRollbackOnly();
		});
	}

	private int held(String table, String column, String code) {
		return this.database
			.sql("""
					INSERT INTO %1$s SELECT * FROM jsonb_populate_record(NULL::%1$s, jsonb_build_object(
					    'id', %4$s, 'activity_id', %4$s, 'ordinal', 0, 'kind', %5$s, '%2$s', %3$s, 'joint', true,
					    'agency', 'codi', 'revision', 1, 'basis', 'REPORTED', 'title_th', 'ก', 'starts_on', '2022-01-24', 'ends_on', '2022-09-30',
					    'date_precision', 'DAY', 'status', 'PLANNED', 'organiser', 'codi', 'partners', '{}', 'indicators', '[]'::jsonb, 'filled_in', '{}',
					    'occurred_at', now(), 'recorded_at', now(), 'log_id', 1, 'log_offset', 1, 'event_id', gen_random_uuid(), 'content_hash', '',
					    'touches', '{}', 'participants_target', 1, 'participants', 1))
					"""
				.formatted(table, column, code, ID, code(1)))
			.update();
	}

	/** Of letters that nothing compresses, as all others. */
	private static String code(int turn) {
		return "(SELECT string_agg(chr(19968 + (hashint4(n * 7 + %d) & 16383)), '') FROM generate_series(1, 300) AS n)"
			.formatted(turn);
	}

}
