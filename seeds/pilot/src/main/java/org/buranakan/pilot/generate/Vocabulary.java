package org.buranakan.pilot.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.buranakan.pilot.PilotData;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ReferenceRecorded;

/** The codes and names that generated events may use, from the reference data. */
final class Vocabulary {

	private final Map<String, Map<String, ReferenceRecorded>> entries = new HashMap<>();

	private final Map<String, List<String>> codes = new HashMap<>();

	private final Map<String, List<String>> tambons = new HashMap<>();

	Vocabulary(PilotData pilot) {
		for (ReferenceRecorded entry : pilot.reference()) {
			this.entries.computeIfAbsent(entry.getKind(), (kind) -> new HashMap<>()).put(entry.getCode(), entry);
			this.codes.computeIfAbsent(entry.getKind(), (kind) -> new ArrayList<>()).add(entry.getCode());
		}
		for (String agency : codes("agency")) {
			List<String> provinces = provinces(agency);
			this.tambons.put(agency,
					codes("area").stream()
						.filter((code) -> code.length() == 6 && provinces.contains(code.substring(0, 2)))
						.toList());
		}
	}

	List<String> codes(String kind) {
		return Objects.requireNonNull(this.codes.get(kind), kind);
	}

	LocalizedText name(String kind, String code) {
		return entry(kind, code).getName();
	}

	/** Provinces that the agency covers. */
	List<String> provinces(String agency) {
		return Arrays.asList(attribute("agency", agency, "provinces").orElseThrow().split(","));
	}

	/** Tambons of the provinces that the agency covers, by code. */
	List<String> tambons(String agency) {
		return Objects.requireNonNull(this.tambons.get(agency), agency);
	}

	/** Some tambons of the agency's provinces; now and then an amphoe or a province. */
	List<String> places(String agency, int howMany, Dice dice) {
		List<String> tambons = dice.someOf(tambons(agency), howMany);
		int digits = dice.inHundred(10) ? 2 + 2 * dice.below(2) : 6;
		return tambons.stream().map((tambon) -> tambon.substring(0, digits)).distinct().toList();
	}

	Optional<String> attribute(String kind, String code, String name) {
		return Optional.ofNullable(entry(kind, code).getAttributes().get(name));
	}

	private ReferenceRecorded entry(String kind, String code) {
		return Objects.requireNonNull(Objects.requireNonNull(this.entries.get(kind), kind).get(code),
				kind + "/" + code);
	}

}
