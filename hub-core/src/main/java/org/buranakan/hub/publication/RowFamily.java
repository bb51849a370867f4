package org.buranakan.hub.publication;

import java.util.Locale;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.view.Statement;
import org.buranakan.schemas.topic.Topics;

/** The kinds of rows that are published, each with its topic. */
enum RowFamily {

	PLAN(Topics.VIEW_PLAN, "SELECT id AS key FROM plan"),

	ACTIVITY(Topics.VIEW_ACTIVITY, "SELECT id AS key FROM activity"),

	BUDGET(Topics.VIEW_BUDGET, "SELECT id AS key FROM budget_summary"),

	AREA(Topics.VIEW_AREA, "SELECT area COLLATE \"default\" AS key FROM area_summary"),

	FINDING(Topics.VIEW_FINDING, "SELECT id AS key FROM finding");

	private static final String DIFFERENCES = Statement.of(RowFamily.class, "differences.sql");

	private static final String NEXT_KEYS = Statement.of(RowFamily.class, "next-keys.sql");

	private final Topics kind;

	private final Class<? extends SpecificRecord> type;

	private final String rows;

	private final String keys;

	RowFamily(Topics kind, String keys) {
		this.kind = kind;
		this.type = kind.value().orElseThrow();
		this.rows = Statement.of(RowFamily.class, code() + ".sql");
		this.keys = keys;
	}

	static RowFamily of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

	/** The last word of its topic's name. */
	final String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What it is in the catalogue. */
	Topics kind() {
		return this.kind;
	}

	/** The name of its topic. */
	String topic() {
		return this.kind.topic().name();
	}

	/** The class of its rows, as its contract says it. */
	Class<? extends SpecificRecord> type() {
		return this.type;
	}

	/**
	 * Binds {@code :keys} and {@code :family}; answers by key what differs from what was
	 * published: {@code key}, {@code content} in the words of the contract (null where
	 * the row is gone) and its {@code hash}.
	 */
	String differences() {
		return DIFFERENCES.replace("/* rows */", this.rows);
	}

	/**
	 * Binds {@code :family}, {@code :after} and {@code :most}; answers the next keys, in
	 * the database's own order, of rows that are there or were published.
	 */
	String nextKeys() {
		return NEXT_KEYS.replace("/* keys */", this.keys);
	}

}
