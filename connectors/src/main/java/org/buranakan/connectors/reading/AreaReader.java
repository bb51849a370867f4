package org.buranakan.connectors.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads an area as the String of its official code: from the code itself, or from a path
 * of names in any order (ต.ปากน้ำ อ.เมืองสมุทรปราการ จ.สมุทรปราการ).
 */
record AreaReader(KnownAreas known, AreaScope scope) implements Reader {

	private static final int SUGGESTIONS = 5;

	@Override
	public Reading read(Offered offered) {
		return read(offered, UNDATED);
	}

	@Override
	public Reading read(Offered offered, LocalDate day) {
		if (offered instanceof Offered.Nothing) {
			return new Reading.Blank();
		}
		String text = ThaiText.comparable(offered.text());
		List<KnownArea> candidates = text.chars().allMatch((letter) -> letter >= '0' && letter <= '9')
				? this.known.withCode(text).stream().toList() : AreaPath.of(text).candidates(this.known);
		List<KnownArea> admitted = candidates.stream().filter(this.scope::admits).filter(this.scope::covers).toList();
		List<KnownArea> standing = standing(admitted, day);
		if (standing.size() == 1) {
			return new Reading.Read(standing.getFirst().code());
		}
		if (!standing.isEmpty()) {
			return Reading.refuse(RefusalCode.AREA_AMBIGUOUS, offered, listed(standing));
		}
		if (!admitted.isEmpty()) {
			return Reading.refuse(RefusalCode.AREA_SUPERSEDED, offered, succession(admitted.getFirst()));
		}
		return candidates.isEmpty() ? Reading.refuse(RefusalCode.AREA_UNKNOWN, offered, closest(text))
				: Reading.refuse(RefusalCode.AREA_OUTSIDE, offered, listed(candidates));
	}

	/** Of two of one name that follow each other the one that had begun is meant. */
	private static List<KnownArea> standing(List<KnownArea> areas, LocalDate day) {
		List<KnownArea> standing = areas.stream().filter((area) -> !area.validity().isOverBy(day)).toList();
		List<KnownArea> begun = standing.stream().filter((area) -> area.validity().hasBegunBy(day)).toList();
		return begun.isEmpty() ? standing : begun;
	}

	private String succession(KnownArea area) {
		List<KnownArea> successors = area.validity()
			.successors()
			.stream()
			.flatMap((code) -> this.known.withCode(code).stream())
			.toList();
		return area + " ถึง / until " + area.validity().to() + (successors.isEmpty() ? "" : " → " + listed(successors));
	}

	/** Areas in scope whose name is one or two letters away. */
	private String closest(String text) {
		List<String> names = AreaPath.of(text).names();
		List<KnownArea> near = (this.scope.within().isEmpty() ? List.of("") : this.scope.within()).stream()
			.flatMap((code) -> this.known.within(code).stream())
			.filter(this.scope::admits)
			.filter((area) -> !area.validity().isOverBy(UNDATED))
			.filter((area) -> names.stream()
				.anyMatch((name) -> Spelling.isClose(name, ThaiText.comparable(area.nameTh()))))
			.limit(SUGGESTIONS)
			.toList();
		return near.isEmpty() ? "" : "ใกล้เคียง / close: " + listed(near);
	}

	private static String listed(List<KnownArea> areas) {
		return areas.stream().limit(SUGGESTIONS).map(KnownArea::toString).collect(Collectors.joining(", "));
	}

}
