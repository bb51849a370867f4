package org.buranakan.connectors.source.cdc;

import java.util.List;
import java.util.Map;

import org.buranakan.connectors.reading.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class ChangeReaderTests {

	private final RecordedChanges projects = RecordedChanges.of("public.projects");

	private final RecordedChanges activities = RecordedChanges.of("public.activities");

	private final RecordedChanges kinds = RecordedChanges.of("public.kinds");

	@Test
	void aRowOfTheSnapshotStandsAndHadNothingBefore() {
		// When
		Change change = this.projects.read(0);
		// Then
		assertThat(change).asInstanceOf(type(Change.Stands.class)).satisfies((stands) -> {
			assertThat(stands.row().at("project_name").text()).isEqualTo("แผนขับเคลื่อน");
			assertThat(stands.before()).isEmpty();
		});
	}

	@Test
	void anUpdatedRowStandsAsItIsNowAndTellsWhatItWas() {
		// When
		Change change = this.projects.read(1);
		// Then
		assertThat(change).asInstanceOf(type(Change.Stands.class)).satisfies((stands) -> {
			assertThat(stands.row().at("project_status").text()).isEqualTo("เสร็จสิ้น");
			assertThat(stands.before())
				.hasValueSatisfying((before) -> assertThat(before.at("project_status").text()).isEqualTo("ดำเนินการ"));
		});
	}

	@Test
	void anInsertedRowStands() {
		// When
		Change change = this.activities.read(0);
		// Then
		assertThat(change).isInstanceOf(Change.Stands.class);
	}

	@Test
	void aRowWhosePrimaryKeyChangesVanishesUnderTheOldAndStandsUnderTheNew() {
		// When
		List<Change> changes = List.of(this.activities.read(1), this.activities.read(2), this.activities.read(3));
		// Then
		assertThat(changes.get(0)).asInstanceOf(type(Change.Vanished.class))
			.satisfies((vanished) -> assertThat(vanished.row().place()).isEqualTo("activity_no=A1"));
		assertThat(changes.get(1)).isInstanceOf(Change.Marker.class);
		assertThat(changes.get(2)).asInstanceOf(type(Change.Stands.class))
			.satisfies((stands) -> assertThat(stands.row().place()).isEqualTo("activity_no=A2"));
	}

	@Test
	void aDeletedRowVanishesWithItsColumnsKnown() {
		// When
		Change change = this.activities.read(4);
		// Then
		assertThat(change).asInstanceOf(type(Change.Vanished.class))
			.satisfies((vanished) -> assertThat(vanished.row().at("project_code").text()).isEqualTo("P65-1"));
	}

	@Test
	void aTruncatedTableIsEmptied() {
		// When
		Change change = RecordedChanges.of("public.resolutions").read(0);
		// Then
		assertThat(change).isInstanceOf(Change.Emptied.class);
	}

	@Test
	void theRowIsThePlaceAndTheLogPositionLeadsBackToTheChange() {
		// When
		Change change = this.projects.read(1);
		// Then
		assertThat(change).asInstanceOf(type(Change.Stands.class)).satisfies((stands) -> {
			assertThat(stands.row().container()).isEqualTo("public.projects");
			assertThat(stands.row().place()).isEqualTo("project_code=P65-1");
			assertThat(stands.row().trace()).matches("project_code=P65-1 lsn=0/[0-9A-F]{7} raw=[\\w-]{22}/2");
			assertThat(Trace.parse(stands.row().trace()))
				.hasValue(new Trace("project_code=P65-1", new RawPosition(RecordedChanges.LOG, 2)));
			assertThat(stands.place().at()).isBetween("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z");
		});
	}

	@Test
	void aRowWithoutAPrimaryKeyIsPlacedByItsRecord() {
		// When
		Change change = RecordedChanges.of("public.keyless").read(0);
		// Then
		assertThat(change).asInstanceOf(type(Change.Stands.class))
			.satisfies((stands) -> assertThat(stands.row().place()).isEqualTo("raw=" + RecordedChanges.LOG + "/0"));
	}

	@Test
	void everyPartOfAPrimaryKeyCounts() {
		// When
		Change change = this.kinds.read(0);
		// Then
		assertThat(change).asInstanceOf(type(Change.Stands.class))
			.satisfies((stands) -> assertThat(stands.row().place()).isEqualTo("id=9007199254740993,part=ก"));
	}

	@Test
	void aLongValueThatTheDatabaseDidNotSendIsRefusedByName() {
		// When
		Change change = this.kinds.read(1);
		// Then
		assertThat(change).asInstanceOf(type(Change.Unreadable.class)).satisfies((unreadable) -> {
			assertThat(unreadable.objection().code()).isEqualTo(RefusalCode.VALUE_NOT_CAPTURED);
			assertThat(unreadable.objection().detail()).isEqualTo("big");
			assertThat(unreadable.place().key()).isEqualTo("id=9007199254740993,part=ก");
		});
	}

	@Test
	void aLongValueThatTheDatabaseDidNotSendIsTakenFromTheRowBefore() {
		// When
		Change change = this.projects.readForeign("{\"id\":1}",
				"{\"op\":\"u\",\"before\":{\"id\":1,\"t\":\"long\"},\"after\":{\"id\":1,\"t\":\"__debezium_unavailable_value\"}}");
		// Then
		assertThat(change).asInstanceOf(type(Change.Stands.class))
			.satisfies((stands) -> assertThat(stands.row().at("t").text()).isEqualTo("long"));
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"[95,95,100,101,98,101,122,105,117,109,95,117,110,97,118,97,105,108,97,98,108,101,95,118,97,108,117,101]",
			"[\"__debezium_unavailable_value\"]", "[\"b68a35a7-17ad-35b3-af2a-ae46edb4545a\"]",
			"\"{\\\"__debezium_unavailable_value\\\":\\\"__debezium_unavailable_value\\\"}\"" })
	void aListThatTheDatabaseDidNotSendIsTakenFromTheRowBefore(String mark) {
		// When
		Change change = this.projects.readForeign("{\"id\":1}",
				"{\"op\":\"u\",\"before\":{\"id\":1,\"t\":\"long\"},\"after\":{\"id\":1,\"t\":%s}}".formatted(mark));
		// Then
		assertThat(change).asInstanceOf(type(Change.Stands.class))
			.satisfies((stands) -> assertThat(stands.row().at("t").text()).isEqualTo("long"));
	}

	@Test
	void timesOfDayInKeysAreToldApart() {
		// When
		Change change = this.projects.readForeign(
				"{\"room\":1,\"from\":{\"hour\":8,\"minute\":30,\"second\":0,\"nanos\":0,\"precision\":6}}",
				"{\"op\":\"c\",\"after\":{\"room\":1,\"from\":{\"hour\":8}}}");
		// Then
		assertThat(change.place().key()).isEqualTo("room=1,from=0:0:0:0:8:0:30:0:0:0");
	}

	@Test
	void aMomentInAKeyIsWrittenAsItIsRead() {
		// When
		Change change = this.projects.readForeign(
				"{\"at\":{\"year\":2022,\"month\":1,\"day\":24,\"hour\":1,\"minute\":2,\"second\":3,\"nanos\":0,\"specialValue\":null,\"precision\":6}}",
				"{\"op\":\"c\",\"after\":{\"at\":{\"year\":2022}}}");
		// Then
		assertThat(change.place().key()).isEqualTo("at=2022-01-24T01:02:03+07:00");
	}

	@Test
	void aTableThatLostAColumnOfTheProfileIsRefusedAndNotReadAsBlank() {
		// When
		Change change = this.projects.read(0,
				Map.of("title", List.of("project_title"), "lead_org", List.of("lead_org")));
		// Then
		assertThat(change).asInstanceOf(type(Change.Unreadable.class)).satisfies((unreadable) -> {
			assertThat(unreadable.objection().code()).isEqualTo(RefusalCode.COLUMN_MISSING);
			assertThat(unreadable.objection().detail()).isEqualTo("project_title");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "{}", "{\"op\":\"x\"}", "{\"op\":\"c\",\"after\":null}",
			"{\"op\":\"d\",\"before\":null}", "{\"op\":\"c\",\"after\":{}} {}", "ไม่ใช่ JSON" })
	void whatIsNoChangeIsRefusedByCodeAndNeverThrown(String value) {
		// When
		Change change = this.projects.readForeign("{\"id\":1}", value);
		// Then
		assertThat(change).asInstanceOf(type(Change.Unreadable.class))
			.satisfies(
					(unreadable) -> assertThat(unreadable.objection().code()).isEqualTo(RefusalCode.CHANGE_UNREADABLE));
	}

}
