package org.buranakan.hub.overview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is asked of the nation of {@code nation.sql}, each time of another place, agency
 * or year.
 */
final class NationQuestions {

	private static final int ACTIVITIES = ViewsBenchmark.ACTIVITIES;

	private static final Random RANDOM = new Random(Long.getLong("seed", 2565));

	private NationQuestions() {
	}

	static List<Question> all() {
		List<Question> questions = new ArrayList<>();
		for (String list : List.of("/activities", "/action-plan")) {
			questions.add(rows(list + " of a province", () -> list + "?province=" + province() + year()));
			questions.add(rows(list + " of a zone", () -> list + "?zone=" + zone() + year()));
			questions.add(rows(list + " of a district", () -> list + "?area=" + amphoe() + year()));
			questions.add(rows(list + " of a tambon", () -> list + "?area=" + tambon() + year()));
			questions.add(rows(list + " of an agency", () -> list + "?agency=" + agency() + year()));
			questions.add(rows(list + " of a province and kind",
					() -> list + "?province=" + province() + "&kind=training" + year()));
			questions.add(rows(list + " of the nation and year", () -> list + "?size=50" + year()));
			questions.add(rows(list + " of the nation", () -> list + "?size=50"));
			questions.add(rows(list + " of the nation, a late page",
					() -> list + "?size=50&page=" + RANDOM.nextInt(ACTIVITIES / 100)));
			questions.add(rows(list + " of a province, a late page",
					() -> list + "?size=50&page=" + RANDOM.nextInt(60) + "&province=" + province() + year()));
			questions.add(rows(list + " of the nation by a rare word",
					() -> list + "?q=" + text("รหัส " + RANDOM.nextInt(ACTIVITIES))));
			questions.add(rows(list + " of the nation and year by a common word",
					() -> list + "?q=" + text("รุ่นที่ " + RANDOM.nextInt(30)) + year()));
			questions.add(rows(list + " of a province by a word",
					() -> list + "?q=" + text("มะลิ") + "&province=" + province() + year()));
		}
		questions.add(whole("/action-plan, 500 lines of a province",
				() -> "/action-plan?size=500&province=" + province() + year()));
		questions.add(whole("/activities/<id>", () -> "/activities/" + activity()));
		questions.add(whole("/areas (whole tree)", () -> "/areas?depth=3"));
		questions.add(whole("/areas/<province>", () -> "/areas/" + province()));
		questions.add(whole("/areas/<district>", () -> "/areas/" + amphoe()));
		questions.add(whole("/areas/<tambon>", () -> "/areas/" + tambon()));
		questions.add(whole("/budget of a province", () -> "/budget?province=" + province() + year()));
		questions.add(whole("/budget of an agency", () -> "/budget?agency=" + agency() + year()));
		questions.add(whole("/budget of the nation and year", () -> "/budget?size=50" + year()));
		questions
			.add(whole("/budget/postings of a province", () -> "/budget/postings?province=" + province() + year()));
		questions.add(whole("/budget/postings of an activity", () -> "/budget/postings?activity=" + activity()));
		questions.add(whole("/findings of the nation", () -> "/findings?status=OPEN"));
		questions.add(whole("/findings of a province", () -> "/findings?province=" + province()));
		questions.add(whole("/findings of an agency", () -> "/findings?agency=" + agency()));
		questions.add(whole("/findings/rules", () -> "/findings/rules"));
		questions.add(whole("/plans of a province", () -> "/plans?province=" + province() + year()));
		questions.add(whole("/plans of an agency", () -> "/plans?agency=" + agency()));
		questions.add(whole("/plans of the nation by a word", () -> "/plans?q=" + text("ฉบับที่ 77")));
		questions.add(whole("/plans/<id>", () -> "/plans/" + plan()));
		questions.add(whole("/plans/<id>/course", () -> "/plans/" + plan() + "/course"));
		questions.add(whole("/agencies", () -> "/agencies"));
		questions.add(whole("/agencies/<id>", () -> "/agencies/" + agency()));
		questions.add(whole("/rollout of the nation", () -> "/rollout?fiscalYear=" + fiscalYear()));
		questions.add(whole("/rollout of a zone", () -> "/rollout?zone=" + zone()));
		questions.add(whole("/rollout of a province", () -> "/rollout?province=" + province()));
		questions.add(whole("/areas/<province>/rollout", () -> "/areas/" + province() + "/rollout"));
		questions.add(whole("/milestones of the nation", () -> "/milestones?fiscalYear=" + fiscalYear()));
		questions
			.add(whole("/milestones of a province, late", () -> "/milestones?standing=LATE&province=" + province()));
		questions.add(whole("/results of the nation", () -> "/results?fiscalYear=" + fiscalYear()));
		questions.add(whole("/results of a zone", () -> "/results?zone=" + zone()));
		questions.add(whole("/results of a province", () -> "/results?province=" + province()));
		questions.add(whole("/complaints of the nation", () -> "/complaints?fiscalYear=" + fiscalYear()));
		questions.add(whole("/complaints of a province", () -> "/complaints?province=" + province()));
		for (String file : List.of("csv", "xlsx", "ics")) {
			String path = "/action-plan." + file;
			questions.add(whole(path + " of a tambon", () -> path + "?area=" + tambon() + year()));
			questions.add(whole(path + " of an agency", () -> path + "?agency=" + agency() + year()));
			questions.add(new Question(path + " of a province, first byte", Part.FIRST_BYTE,
					() -> path + "?province=" + province() + year(), null));
			questions.add(seldom(path + " of a province", () -> path + "?province=" + province() + year()));
			questions.add(new Question(path + " of the nation and year, first byte", Part.SELDOM_FIRST_BYTE,
					() -> path + "?fiscalYear=" + fiscalYear(), null));
		}
		return questions;
	}

	private static Question rows(String name, Asking asking) {
		return new Question(name, Part.WHOLE, asking, NationQuestions::activities);
	}

	private static Question whole(String name, Asking asking) {
		return new Question(name, Part.WHOLE, asking, null);
	}

	private static Question seldom(String name, Asking asking) {
		return new Question(name, Part.SELDOM, asking, null);
	}

	private static List<String> activities(JsonNode page) {
		return page.path("items").valueStream().map((item) -> item.path("id").asString()).toList();
	}

	private static String province() {
		return String.valueOf(10 + RANDOM.nextInt(77));
	}

	private static String amphoe() {
		return province() + "%02d".formatted(1 + RANDOM.nextInt(12));
	}

	private static String tambon() {
		return amphoe() + "%02d".formatted(1 + RANDOM.nextInt(8));
	}

	private static String zone() {
		return "agency-%04d".formatted(RANDOM.nextInt(9));
	}

	private static String agency() {
		return "agency-%04d".formatted(RANDOM.nextInt(1000));
	}

	private static String activity() {
		int n = RANDOM.nextInt(ACTIVITIES);
		return "agency-%04d:A%d".formatted(n % 1000, n);
	}

	private static String plan() {
		int n = RANDOM.nextInt(ACTIVITIES / 50);
		return "agency-%04d:P%d".formatted(n % 1000, n);
	}

	private static int fiscalYear() {
		return 2564 + RANDOM.nextInt(3);
	}

	private static String year() {
		return "&fiscalYear=" + fiscalYear();
	}

	private static String text(String words) {
		return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
	}

	enum Part {

		WHOLE, SELDOM, FIRST_BYTE, SELDOM_FIRST_BYTE;

		boolean seldom() {
			return Arrays.asList(SELDOM, SELDOM_FIRST_BYTE).contains(this);
		}

		boolean first() {
			return Arrays.asList(FIRST_BYTE, SELDOM_FIRST_BYTE).contains(this);
		}

	}

	record Question(String name, Part part, Asking asking, @Nullable Function<JsonNode, List<String>> rows) {

	}

	interface Asking {

		String path();

	}

}
