package org.buranakan.connectors.source.cdc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.buranakan.connectors.mapping.Row;
import org.buranakan.connectors.reading.Offered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CapturedRowTests {

	private final Row row = row(RecordedChanges.of("public.kinds").read(0));

	@ParameterizedTest
	@CsvSource(textBlock = """
			id,   9007199254740993
			n,    12345678901.25
			nn,   NAN
			m,    12.50
			f,    0.1
			b,    true
			d,    2022-01-24
			ts,   2022-01-24T10:11:12.123456+07:00
			tz,   2022-01-24T01:00:00+07:00
			u,    ed6a1c27-20dc-4333-9c7d-e4260c5e5fbb
			by,   AQI=
			e,    ดี
			gone, ''
			""")
	void everyTypeIsOfferedUnambiguously(String column, String text) {
		assertThat(this.row.at(column).text()).isEqualTo(text);
	}

	@Test
	void numbersFlagsAndDatesKeepTheirKind() {
		assertThat(this.row.at("id")).isEqualTo(new Offered.Figure(new BigDecimal("9007199254740993")));
		assertThat(this.row.at("b")).isEqualTo(new Offered.Flag(true));
		assertThat(this.row.at("d")).isEqualTo(new Offered.Day(LocalDate.of(2022, 1, 24)));
	}

	@Test
	void infinityIsNoDate() {
		// Given
		String infinite = "{\"year\":null,\"month\":null,\"day\":null,\"specialValue\":\"POSITIVE_INFINITY\"}";
		// When
		Offered offered = Temporal.offered(ChangeReader.JSON.readTree(infinite));
		// Then
		assertThat(offered).isEqualTo(new Offered.Words("POSITIVE_INFINITY"));
	}

	@Test
	void aListOrAnObjectIsNoValueToBeRead() {
		// Given
		Row item = row(RecordedChanges.of("public.kinds").read(0)).items("j").getFirst();
		// Then
		assertThat(this.row.at("a")).isEqualTo(new Offered.Structure());
		assertThat(item.at(".")).isEqualTo(new Offered.Structure());
		assertThat(Temporal.offered(ChangeReader.JSON.readTree("{\"year\": 999999999999, \"name\": \"นาย ก\"}")))
			.isEqualTo(new Offered.Structure());
	}

	@Test
	void aJsonListGivesARowPerItem() {
		// When
		List<Row> items = this.row.items("j");
		// Then
		assertThat(items).singleElement().satisfies((item) -> {
			assertThat(item.at("area").text()).isEqualTo("110101");
			assertThat(item.at("n").text()).isEqualTo("2.5");
			assertThat(item.at("x")).isInstanceOf(Offered.Nothing.class);
			assertThat(item.place()).isEqualTo(this.row.place());
		});
	}

	@Test
	void anArrayGivesItsItemsInColumnDot() {
		assertThat(this.row.items("a")).extracting((item) -> item.at(".").text()).containsExactly("a", "b c", "");
	}

	@Test
	void aTextThatIsNoListIsItsOwnOnlyItemSoThatItIsNotOverlooked() {
		assertThat(this.row.items("e")).extracting((item) -> item.at(".").text()).containsExactly("ดี");
	}

	@Test
	void aColumnIsFoundUnderTheNameThatTheProfileGivesIt() {
		// When
		Row renamed = row(RecordedChanges.of("public.projects")
			.read(0, Map.of("title", List.of("project_title", "project_name"))));
		// Then
		assertThat(renamed.at("title").text()).isEqualTo("แผนขับเคลื่อน");
		assertThat(renamed.cell("title")).isEqualTo("project_code=P65-1 project_name");
	}

	private static Row row(Change change) {
		assertThat(change).isInstanceOf(Change.Stands.class);
		return ((Change.Stands) change).row();
	}

}
