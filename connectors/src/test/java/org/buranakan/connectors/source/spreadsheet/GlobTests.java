package org.buranakan.connectors.source.spreadsheet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GlobTests {

	@ParameterizedTest
	@CsvSource({ "*กิจกรรม*.xlsx, แบบ กิจกรรม 65.xlsx, true", "*, แผน/งบ, true",
			"pacc-zone-?.csv, pacc-zone-1.csv, true", "pacc-zone-?.csv, pacc-zone-10.csv, false", "a.csv, abcsv, false",
			"[a].csv, a.csv, false" })
	void aNameIsMatched(String glob, String name, boolean matches) {
		assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
	}

}
