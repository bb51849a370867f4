package org.buranakan.connectors.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.buranakan.connectors.reading.AreaScope;
import org.buranakan.connectors.reading.CodeList;
import org.buranakan.connectors.reading.Offered;
import org.buranakan.connectors.reading.Reader;
import org.buranakan.connectors.reading.Readers;
import org.buranakan.connectors.reading.Reading;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReferenceBookTests {

	private static final LocalDate BEFORE = LocalDate.of(2022, 6, 30);

	private static final LocalDate AFTER = LocalDate.of(2022, 7, 1);

	private final ReferenceBook book = new ReferenceBook();

	@Test
	void anAreaThatAnotherSucceedsIsReadUpToItsEnd() {
		// Given
		add("area", "200108", "ห้วยกะปิ", BEFORE, List.of(), Map.of());
		add("area", "200118", "ห้วยกะปิใหม่", null, List.of("200108"), Map.of());
		Reader areas = Readers.area(this.book, new AreaScope(List.of(), 0));
		// When
		Reading before = areas.read(Offered.of("200108"), BEFORE);
		Reading after = areas.read(Offered.of("ต.ห้วยกะปิ"), AFTER);
		// Then
		assertThat(before).isEqualTo(new Reading.Read("200108"));
		assertRefused(after, RefusalCode.AREA_SUPERSEDED, "ต.ห้วยกะปิใหม่ (200118)");
	}

	@Test
	void aCodeThatNamesItsSuccessorIsReadUpToItsEnd() {
		// Given
		add("activity-kind", "campaign", "รณรงค์", BEFORE, List.of(), Map.of("successor", "campaign-camp, training"));
		add("activity-kind", "training", "อบรม", null, List.of(), Map.of());
		Reader kinds = kinds(Map.of());
		// When
		Reading before = kinds.read(Offered.of("รณรงค์"), BEFORE);
		Reading after = kinds.read(Offered.of("campaign"), AFTER);
		// Then
		assertThat(before).isEqualTo(new Reading.Read("campaign"));
		assertRefused(after, RefusalCode.CODE_SUPERSEDED, "campaign-camp, training");
	}

	@Test
	void aProfilesOwnWordForACodeThatEndedIsJudgedLikeTheCode() {
		// Given
		add("activity-kind", "campaign", "รณรงค์", BEFORE, List.of(), Map.of("successor", "training"));
		Reader kinds = kinds(Map.of("campaign", List.of("ออกหน่วย")));
		// When
		Reading before = kinds.read(Offered.of("ออกหน่วย"), BEFORE);
		Reading after = kinds.read(Offered.of("ออกหน่วย"), AFTER);
		// Then
		assertThat(before).isEqualTo(new Reading.Read("campaign"));
		assertRefused(after, RefusalCode.CODE_SUPERSEDED, "training");
	}

	@Test
	void aNameThatPassedToANewCodeMeansTheNewOne() {
		// Given
		add("activity-kind", "camp-1", "ค่าย", BEFORE, List.of(), Map.of());
		add("activity-kind", "camp-2", "ค่าย", null, List.of("camp-1"), Map.of());
		// When
		Reading reading = kinds(Map.of()).read(Offered.of("ค่าย"), BEFORE);
		// Then
		assertThat(reading).isEqualTo(new Reading.Read("camp-2"));
	}

	@Test
	void tellsTheKindsOfWhichNothingIsThere() {
		// Given
		add("activity-kind", "training", "อบรม", null, List.of(), Map.of());
		// When
		Set<String> missing = this.book.missing(Set.of("area", "activity-kind"));
		// Then
		assertThat(missing).containsExactly("area");
	}

	private Reader kinds(Map<String, List<String>> codes) {
		return Readers.code(new CodeList("activity-kind", codes), this.book);
	}

	private static void assertRefused(Reading reading, RefusalCode code, String named) {
		assertThat(reading).isInstanceOfSatisfying(Reading.Unreadable.class, (refused) -> {
			assertThat(refused.objection().code()).isEqualTo(code);
			assertThat(refused.objection().reason().getTh()).contains(named);
		});
	}

	private void add(String kind, String code, String name, @Nullable LocalDate last, List<String> succeeds,
			Map<String, String> attributes) {
		this.book.add(new ReferenceRecorded(kind, code, 1L, Instant.EPOCH, LocalDate.EPOCH, last,
				new LocalizedText(name, null), null, succeeds, attributes));
		this.book.index();
	}

}
