package org.buranakan.hub.derivation;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Dirty keys that are set aside because the facts behind each alone cannot be derived
 * (figures that no column holds). They stay dirty and are named by health and by the
 * meter {@code hub.derivation.quarantined}; all others go on.
 */
@Component
class Quarantine {

	private final JdbcClient database;

	private volatile Map<String, String> known = Map.of();

	Quarantine(JdbcClient database, MeterRegistry meters) {
		this.database = database;
		Gauge.builder("hub.derivation.quarantined", this, (quarantine) -> quarantine.known.size())
			.description("Dirty keys whose rows cannot be derived")
			.register(meters);
	}

	/** Sets a key aside. */
	void add(Key key, String why) {
		this.database.sql("UPDATE dirty SET quarantined = :why WHERE kind = :kind AND key = :key")
			.param("why", why)
			.param("kind", key.kind())
			.param("key", key.key())
			.update();
	}

	/** Forgets keys whose rows are being derived; within the caller's transaction. */
	void release(Collection<Key> keys) {
		this.database.sql("""
				DELETE FROM dirty WHERE quarantined IS NOT NULL
					AND (kind, key) IN (SELECT * FROM unnest(:kinds::text[], :keys::text[]))
				""")
			.param("kinds", keys.stream().map(Key::kind).toArray(String[]::new))
			.param("keys", keys.stream().map(Key::key).toArray(String[]::new))
			.update();
	}

	/** Reads what is set aside. */
	Collection<Key> keys() {
		Map<String, String> reasons = new TreeMap<>();
		Collection<Key> keys = this.database
			.sql("SELECT DISTINCT ON (kind, key) kind, key, quarantined FROM dirty WHERE quarantined IS NOT NULL")
			.query((row, number) -> {
				Key key = new Key(row.getString(1), row.getString(2));
				reasons.put(key.toString(), row.getString(3));
				return key;
			})
			.list();
		this.known = reasons;
		return keys;
	}

	/** What was set aside when it was last read, with the reason; for any thread. */
	Map<String, String> known() {
		return this.known;
	}

}
