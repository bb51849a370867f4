package org.buranakan.connectors.reading;

import java.util.List;
import java.util.Optional;

/** As many areas as a test needs. */
public record FewAreas(List<KnownArea> areas) implements KnownAreas {

	@Override
	public Optional<KnownArea> withCode(String code) {
		return this.areas.stream().filter((area) -> area.code().equals(code)).findFirst();
	}

	@Override
	public List<KnownArea> named(String comparable) {
		return this.areas.stream()
			.filter((area) -> ThaiText.comparable(area.nameTh()).equals(comparable)
					|| ThaiText.comparable(area.nameEn()).equals(comparable)
					|| (comparable.equals("เมือง") && area.nameTh().startsWith("เมือง")))
			.toList();
	}

	@Override
	public List<KnownArea> within(String code) {
		return this.areas.stream().filter((area) -> area.code().startsWith(code)).toList();
	}

}
