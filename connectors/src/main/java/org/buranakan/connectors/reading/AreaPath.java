package org.buranakan.connectors.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in a written area, each with the level that its prefix tells.
 *
 * @param steps in the order written
 */
record AreaPath(List<Step> steps) {

	private static final Pattern PREFIX = ThaiText.pattern(
			"(?<tambon>เทศบาลตำบล|องค์การบริหารส่วนตำบล|เทศบาลเมือง|เทศบาลนคร|เทศบาล|ตำบล|แขวง|อบต\\.? ?|อ\\.บ\\.ต\\. ?"
					+ "|ท\\.?[ตมน]\\. ?|(?<!\\S)ท[ตมน] |ต\\. ?|tambon )"
					+ "|(?<amphoe>อำเภอ|อ\\. ?|amphoe )|(?<province>จังหวัด|จ\\. ?|province )"
					+ "|(?<none>[/>,›;|]|\\s-\\s)");

	/**
	 * One name.
	 *
	 * @param depth as in {@link KnownArea#depth()}; 0 where no prefix tells
	 */
	record Step(String name, int depth) {

		boolean fits(KnownArea area) {
			return this.depth == 0 || this.depth == area.depth();
		}

		/** Amphoes of a province's capital are called เมือง for short. */
		boolean means(KnownArea area) {
			String thai = ThaiText.comparable(area.nameTh());
			return fits(area) && (this.name.equals(thai) || this.name.equals(ThaiText.comparable(area.nameEn()))
					|| (this.name.equals("เมือง") && area.depth() == 2 && thai.startsWith("เมือง")));
		}

	}

	/** Takes the text in the form to compare apart. */
	static AreaPath of(String text) {
		List<Step> steps = new ArrayList<>();
		Matcher prefix = PREFIX.matcher(text);
		int depth = 0;
		int from = 0;
		while (prefix.find()) {
			add(steps, text.substring(from, prefix.start()), depth);
			depth = depth(prefix);
			from = prefix.end();
		}
		add(steps, text.substring(from), depth);
		return new AreaPath(List.copyOf(steps));
	}

	/**
	 * The areas that the whole path can mean: one step names the area itself, every other
	 * step another one that contains it.
	 */
	List<KnownArea> candidates(KnownAreas known) {
		List<KnownArea> whole = matching(this.steps, known);
		if (!whole.isEmpty() || this.steps.stream().noneMatch((step) -> step.name().contains(" "))) {
			return whole;
		}
		List<Step> words = this.steps.stream()
			.flatMap((step) -> Pattern.compile(" ")
				.splitAsStream(step.name())
				.map((word) -> new Step(word, step.depth())))
			.toList();
		return matching(words, known);
	}

	List<String> names() {
		return this.steps.stream().map(Step::name).toList();
	}

	private static List<KnownArea> matching(List<Step> steps, KnownAreas known) {
		Set<KnownArea> found = new LinkedHashSet<>();
		for (Step step : steps) {
			List<Step> others = new ArrayList<>(steps);
			others.remove(step);
			known.named(step.name())
				.stream()
				.filter(step::fits)
				.filter((area) -> contained(area.code(), others, known))
				.forEach(found::add);
		}
		return List.copyOf(found);
	}

	/** Whether every step names an ancestor of the code, no two the same one. */
	private static boolean contained(String code, List<Step> steps, KnownAreas known) {
		if (steps.isEmpty()) {
			return true;
		}
		if (code.length() <= 2) {
			return false;
		}
		String parent = code.substring(0, code.length() - 2);
		KnownArea ancestor = known.withCode(parent).orElse(null);
		for (Step step : steps) {
			if (ancestor != null && step.means(ancestor)) {
				List<Step> others = new ArrayList<>(steps);
				others.remove(step);
				if (contained(parent, others, known)) {
					return true;
				}
			}
		}
		return contained(parent, steps, known);
	}

	private static void add(List<Step> steps, String name, int depth) {
		if (!name.isBlank()) {
			steps.add(new Step(name.strip(), depth));
		}
	}

	private static int depth(Matcher prefix) {
		if (prefix.group("tambon") != null) {
			return 3;
		}
		if (prefix.group("amphoe") != null) {
			return 2;
		}
		return (prefix.group("province") != null) ? 1 : 0;
	}

}
