package org.buranakan.connectors.reading;

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
		if (offered instanceof Offered.Nothing) {
			return new Reading.Blank();
		}
		String text = ThaiText.comparable(offered.text());
		List<KnownArea> candidates = text.matches("\\d+") ? this.known.withCode(text).stream().toList()
				: AreaPath.of(text).candidates(this.known);
		List<KnownArea> admitted = candidates.stream().filter(this.scope::admits).filter(this.scope::covers).toList();
		if (admitted.size() == 1) {
			return new Reading.Read(admitted.getFirst().code());
		}
		if (!admitted.isEmpty()) {
			return Reading.refuse(RefusalCode.AREA_AMBIGUOUS, offered, listed(admitted));
		}
		return candidates.isEmpty() ? Reading.refuse(RefusalCode.AREA_UNKNOWN, offered, closest(text))
				: Reading.refuse(RefusalCode.AREA_OUTSIDE, offered, listed(candidates));
	}

	/** Areas in scope whose name is one or two letters away. */
	private String closest(String text) {
		List<String> names = AreaPath.of(text).names();
		List<KnownArea> near = (this.scope.within().isEmpty() ? List.of("") : this.scope.within()).stream()
			.flatMap((code) -> this.known.within(code).stream())
			.filter(this.scope::admits)
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
