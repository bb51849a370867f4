package org.buranakan.hub.finding;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.buranakan.pilot.nation.Nation;
import org.buranakan.pilot.nation.Truth;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the rules find in a generated nation beside what is so in it. A doubt is neither
 * found nor a false alarm; a truth that is only doubted is missed. A finding that says
 * once more what another one says is a false alarm.
 */
public final class FindingQuality {

	private final Nation nation;

	private final Map<String, Score> scores = new TreeMap<>();

	/** Compares with what stands now in the hub's database. */
	public static FindingQuality of(Nation nation, JdbcClient view) {
		return new FindingQuality(nation, view.sql("""
				SELECT id, rule, computable, keys, subjects, due_on::text AS due_on FROM finding ORDER BY id COLLATE "C"
				""")
			.query((row, number) -> new Found(row.getString("id"), row.getString("rule"), row.getBoolean("computable"),
					strings(row.getArray("keys")), strings(row.getArray("subjects")), row.getString("due_on")))
			.list());
	}

	private FindingQuality(Nation nation, List<Found> findings) {
		this.nation = nation;
		Map<String, Truth> truths = new HashMap<>();
		for (Truth truth : nation.truths()) {
			this.scores.putIfAbsent(truth.rule(), new Score());
			truth.about().forEach((name) -> truths.put(truth.rule() + " " + name, truth));
			score(truth.rule()).planted++;
		}
		Set<Truth> found = new HashSet<>();
		Set<Truth> doubted = new HashSet<>();
		// Of a rule that no truth is planted of, nothing tells what is so.
		for (Found finding : findings.stream().filter((one) -> this.scores.containsKey(one.rule())).toList()) {
			judge(finding, truths.get(finding.rule() + " " + finding.names().getFirst()), found, doubted);
		}
		for (Truth truth : nation.truths()) {
			if (!found.contains(truth)) {
				score(truth.rule()).misses.add((doubted.contains(truth) ? "doubted: " : "missed: ") + truth);
			}
		}
	}

	private void judge(Found finding, @Nullable Truth truth, Set<Truth> found, Set<Truth> doubted) {
		Score score = score(finding.rule());
		boolean right = truth != null && truth.about().containsAll(finding.names());
		if (!finding.computable()) {
			score.doubts++;
			if (right) {
				doubted.add(truth);
			}
		}
		else if (!right || !found.add(truth)) {
			score.falseAlarms.add((right ? "once more: " : "false alarm: ") + finding.id() + " "
					+ finding.names().stream().map((name) -> name + " (" + story(name) + ")").toList());
		}
	}

	/**
	 * Of a milestone that of its plan, of a line in a year and place that of the line.
	 */
	private @Nullable String story(String name) {
		String told = this.nation.story(name);
		return (told != null) ? told
				: this.nation.story(name.replaceFirst(" .*", "").replaceFirst("(:[^:]*):.*", "$1"));
	}

	/** A line for each rule, for people; then the first misses and false alarms. */
	public String table() {
		StringBuilder table = new StringBuilder("| Rule | Planted | Found | Missed | False alarms | Doubts | Precision"
				+ " | Recall |\n|---|---|---|---|---|---|---|---|\n");
		this.scores.forEach((rule,
				score) -> table.append(String.format(Locale.ROOT, "| `%s` | %d | %d | %d | %d | %d | %.3f | %.3f |%n",
						rule, score.planted, score.found(), score.misses.size(), score.falseAlarms.size(), score.doubts,
						score.precision(), score.recall())));
		return table.toString();
	}

	/**
	 * So many of each rule's misses and of its false alarms, with what was told of them.
	 */
	public String examples(int most) {
		StringBuilder examples = new StringBuilder();
		this.scores.forEach((rule, score) -> {
			score.misses.stream().limit(most).forEach((miss) -> examples.append(rule + " " + miss + "\n"));
			score.falseAlarms.stream().limit(most).forEach((alarm) -> examples.append(rule + " " + alarm + "\n"));
		});
		return examples.toString();
	}

	/** Of what the rule found, the share that is so. */
	public double precision(String rule) {
		return score(rule).precision();
	}

	/** Of what is so, the share that the rule found. */
	public double recall(String rule) {
		return score(rule).recall();
	}

	private Score score(String rule) {
		return Objects.requireNonNull(this.scores.get(rule), rule);
	}

	private static List<String> strings(Array array) throws SQLException {
		return Arrays.asList((String[]) array.getArray());
	}

	private record Found(String id, String rule, boolean computable, List<String> keys, List<String> subjects,
			@Nullable String dueOn) {

		/** What it is about, as truths name it. */
		List<String> names() {
			return switch (this.rule) {
				case "join-up", "funded-twice" -> this.subjects;
				case "milestone-overdue" -> List.of(this.subjects.getFirst() + " " + this.dueOn);
				case "split-purchase" -> this.keys;
				default -> List.of(this.id.substring(this.rule.length() + 1));
			};
		}

	}

	private static final class Score {

		private int planted;

		private int doubts;

		private final List<String> misses = new ArrayList<>();

		private final List<String> falseAlarms = new ArrayList<>();

		int found() {
			return this.planted - this.misses.size();
		}

		double precision() {
			return (double) found() / Math.max(1, found() + this.falseAlarms.size());
		}

		double recall() {
			return (double) found() / Math.max(1, this.planted);
		}

	}

}
