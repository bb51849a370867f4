package org.buranakan.hub.publication;

import java.util.Locale;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.view.Statement;
import org.buranakan.schemas.topic.Topics;

/** The kinds of rows that are published, each with its topic. */
enum RowFamily {

	PLAN(Topics.VIEW_PLAN), ACTIVITY(Topics.VIEW_ACTIVITY), BUDGET(Topics.VIEW_BUDGET), AREA(Topics.VIEW_AREA),
	FINDING(Topics.VIEW_FINDING);

	private static final String DIFFERENCES = Statement.of(RowFamily.class, "differences.sql");

	private final String topic;

	private final Class<? extends SpecificRecord> type;

	private final String rows;

	RowFamily(Topics kind) {
		this.topic = kind.topic().name();
		this.type = kind.value().orElseThrow();
		this.rows = Statement.of(RowFamily.class, code() + ".sql");
	}

	static RowFamily of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

	/** The last word of its topic's name. */
	final String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The name of its topic. */
	String topic() {
		return this.topic;
	}

	/** The class of its rows, as its contract says it. */
	Class<? extends SpecificRecord> type() {
		return this.type;
	}

	/**
	 * Binds {@code :keys}, null for all, and {@code :family}; answers by key what differs
	 * from what was published: {@code key}, {@code content} in the words of the contract
	 * (null where the row is gone) and its {@code hash}.
	 */
	String differences() {
		return DIFFERENCES.replace("/* rows */", this.rows);
	}

}
