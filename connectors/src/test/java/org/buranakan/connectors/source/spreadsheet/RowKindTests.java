package org.buranakan.connectors.source.spreadsheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.buranakan.connectors.reading.Offered;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RowKindTests {

	@ParameterizedTest
	@CsvSource({ "รวม|#500, TOTAL", "'รวมทั้งสิ้น||1,500.00', TOTAL", "ยอดรวม|๕๐๐ บาท, TOTAL",
			"|รวม 3 รายการ|#5, TOTAL", "Total|#5, TOTAL", "รวมเป็นเงิน|-|#5, TOTAL", "รวมพลังชุมชน|#5|x, ENTRY",
			"รวม|อบรม|#5, ENTRY", "รวมพลังต้านโกง, ENTRY", "๑.๑|แผนงานอบรม, SECTION", "1.1.1 แผนงานอบรม, SECTION",
			"๑)|แผนงาน, SECTION", "(1)|แผนงาน, SECTION", "#1|แผนงาน, SECTION", "1.|แผนงาน|#5, ENTRY",
			"A-1|แผนงาน, ENTRY", "#1|#5, ENTRY", "2565-01|แผน, ENTRY", "||, BLANK" })
	void aRowIsKnownByWhatStandsInIt(String cells, RowKind kind) {
		assertThat(RowKind.of(line(cells), 4)).isEqualTo(kind);
	}

	@ParameterizedTest
	@CsvSource({ "1|อบรม, 2", "1 อบรม, 1" })
	void aNumberAndATitleAreAnEntryWhereNothingElseIsNeeded(String cells, int required) {
		assertThat(RowKind.of(line(cells), required)).isEqualTo(RowKind.ENTRY);
	}

	private static Line line(String cells) {
		List<Offered> offered = Stream.of(cells.split("\\|", -1))
			.map((cell) -> cell.startsWith("#") ? Offered.of(new BigDecimal(cell.substring(1))) : Offered.of(cell))
			.toList();
		return new Line(5, offered);
	}

}
