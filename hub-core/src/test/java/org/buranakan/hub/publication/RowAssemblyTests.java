package org.buranakan.hub.publication;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.LogPosition;
import org.buranakan.schemas.view.FindingRow;
import org.buranakan.schemas.view.FindingStatus;
import org.buranakan.schemas.view.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RowAssemblyTests {

	private static final String FINDING = """
			{"entityId": "r:1", "rule": "r", "ruleVersion": 2, "severity": "NOTICE", "status": "OPEN", "text": {"th": "ข้อสังเกต", "en": null},
			 "areas": ["11"], "agencies": [], "subjects": [], "amountSatang": %s, "people": null, "dueOn": "2022-02-07",
			 "positions": [{"topic": "t", "topicId": "i", "partition": 0, "offset": 7}]}""";

	private final RowAssembly assembly = new RowAssembly(JsonMapper.shared());

	@Test
	void aRowIsReadInTheWordsOfItsContract() {
		assertThat(this.assembly.row(FindingRow.class, FINDING.formatted("-1250"), 42))
			.isEqualTo(new FindingRow("r:1", 42L, "r", 2, Severity.NOTICE, FindingStatus.OPEN,
					new LocalizedText("ข้อสังเกต", null), List.of("11"), List.of(), List.of(), -1250L, null,
					LocalDate.of(2022, 2, 7), List.of(new LogPosition("t", "i", 0, 7L))));
	}

	@Test
	void aSymbolThatTheContractDoesNotKnowBecomesItsDefault() {
		assertThat(((FindingRow) this.assembly.row(FindingRow.class,
				FINDING.formatted("null").replace("NOTICE", "GRAVE"), 1))
			.getSeverity()).isEqualTo(Severity.UNKNOWN);
	}

	@Test
	void aNumberThatNoLongHoldsIsToldByTheNameOfItsField() {
		assertThatExceptionOfType(Inexpressible.class)
			.isThrownBy(() -> this.assembly.row(FindingRow.class, FINDING.formatted("9223372036854775808"), 1))
			.withMessageContaining("amountSatang");
	}

	@ParameterizedTest
	@CsvSource({ "'\"ruleVersion\": 2', '\"ruleVersion\": 3000000000', ruleVersion",
			"'\"2022-02-07\"', '\"10000-01-01\"', dueOn", "'\"2022-02-07\"', '\"infinity\"', dueOn" })
	void aValueThatOnlyTheDatabaseKnowsIsToldByTheNameOfItsField(String good, String bad, String field) {
		assertThatExceptionOfType(Inexpressible.class)
			.isThrownBy(() -> this.assembly.row(FindingRow.class, FINDING.formatted("1").replace(good, bad), 1))
			.withMessageContaining(field);
	}

	@Test
	void aMissingValueIsToldByTheNameOfItsField() {
		assertThatExceptionOfType(Inexpressible.class)
			.isThrownBy(() -> this.assembly.row(FindingRow.class,
					FINDING.formatted("1").replace("\"rule\": \"r\"", "\"rule\": null"), 1))
			.withMessageContaining("rule");
	}

}
