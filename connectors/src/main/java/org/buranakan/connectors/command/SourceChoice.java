package org.buranakan.connectors.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an agency keeps its data in, as far as the skeleton of its profile and its kit
 * depend on it.
 */
enum SourceChoice {

	/** Its system sends JSON over HTTP, or its officers fill in forms. */
	PUSH("push: กิจกรรม", "push: งบประมาณ", "push: เรื่องร้องทุกข์"),

	/** Its officers hand in XLSX or CSV. */
	SPREADSHEET("file: \"*กิจกรรม*\"", "file: \"*งบประมาณ*\"", "file: \"*ร้องทุกข์*\""),

	/** Debezium captures its database. */
	DATABASE("table: public.activities", "table: public.budget", "table: public.complaints");

	private final String activities;

	private final String budget;

	private final String complaints;

	SourceChoice(String activities, String budget, String complaints) {
		this.activities = activities;
		this.budget = budget;
		this.complaints = complaints;
	}

	/** The skeleton with the origins of this choice in it. */
	String fill(String skeleton) {
		return skeleton.replace("ORIGIN_ACTIVITIES", this.activities)
			.replace("ORIGIN_BUDGET", this.budget)
			.replace("ORIGIN_COMPLAINTS", this.complaints);
	}

	/** The words, and how data is handed in. */
	Map<String, String> words(Map<String, String> words) {
		Map<String, String> more = new HashMap<>(words);
		more.put("handIn", KitText.filled("hand-in-" + name().toLowerCase(Locale.ROOT) + ".md", words).strip());
		return more;
	}

}
