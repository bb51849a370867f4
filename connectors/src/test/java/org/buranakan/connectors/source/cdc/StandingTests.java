package org.buranakan.connectors.source.cdc;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a second reading of all rows allows to withdraw: nothing that is not certain. */
class StandingTests {

	private static final String TABLE = "public.activities";

	private final Mapping mapping = PilotReference.mapping("codi");

	private final SourceProfile profile = this.mapping.profile().table(TABLE).orElseThrow();

	private final TableSource table = new TableSource(TABLE, new Translation(this.mapping, this.profile));

	private final Standing standing = new Standing();

	private long offset;

	@Test
	void whatNoRowSpeaksOfIsGone() {
		// When
		see(row("A1", "11"));
		// Then
		assertThat(this.standing.isGone(activity("A1"))).isFalse();
		assertThat(this.standing.isGone(activity("A2"))).isTrue();
		assertThat(this.standing.isClear(TABLE)).isTrue();
	}

	@Test
	void whatARefusedRowMaySpeakOfIsNotGone() {
		// When
		see(row("A1", "119999"));
		// Then
		assertThat(this.standing.isGone(activity("A1"))).isFalse();
		assertThat(this.standing.isClear(TABLE)).isTrue();
	}

	@Test
	void aRowWithoutAColumnThatTheProfileReadsStandsAllTheSame() {
		// When
		see(row("A1", "11").replace("activity_name", "renamed"));
		// Then
		assertThat(this.standing.isGone(activity("A1"))).isFalse();
		assertThat(this.standing.isClear(TABLE)).isTrue();
	}

	@Test
	void whereTheKeysColumnWasRenamedNobodyKnowsWhatIsGone() {
		// When
		see(row("A1", "11").replace("activity_no", "act_no"));
		// Then
		assertThat(this.standing.isClear(TABLE)).isFalse();
	}

	@Test
	void aRowWhoseKeyTheProfileDoesNotNameIsRefusedByThatColumn() {
		// When
		Change change = read("{\"row_id\":0}",
				"{\"op\":\"r\",\"source\":{\"snapshot\":\"incremental\"},\"after\":%s}".formatted(row("A1", "11")));
		// Then
		assertThat(change).isInstanceOfSatisfying(Change.Unreadable.class,
				(refused) -> assertThat(refused.objection().reason().getEn()).contains("row_id"));
	}

	@Test
	void fewerRowsThanWereReadAreEnoughToPublishButNotToWithdraw() {
		// Given
		AskedSnapshot asked = new AskedSnapshot(Map.of(TABLE, 0L));
		asked.hear("TABLE_SCAN_COMPLETED", scanned("SUCCEEDED", 2), Set.of(TABLE));
		// When, Then: nothing came, twice
		assertThat(asked.unread(Set.of(TABLE), Set.of(), this.standing, Map.of(TABLE, 0))).containsKey(TABLE);
		// When
		see(row("A1", "11"));
		// Then
		assertThat(asked.unread(Set.of(TABLE), Set.of(), this.standing, Map.of(TABLE, 1))).isEmpty();
		assertThat(asked.isShort(TABLE, this.standing)).isTrue();
	}

	@Test
	void whatIsToBeReadBeforeItIsJudgedIsAskedOnce() {
		// Given
		AskedSnapshot asked = new AskedSnapshot(Map.of(TABLE, 0L));
		// When
		Map<String, Long> first = asked.due(() -> Map.of(TABLE, 7L));
		// Then
		assertThat(asked.due(() -> Map.of(TABLE, 9L))).isEqualTo(first).containsEntry(TABLE, 7L);
	}

	@Test
	void whereARecordCannotBeReadNobodyKnowsWhatIsGone() {
		// When
		this.standing.see(this.table, read("{\"activity_no\":\"A1\"}", "{"));
		// Then
		assertThat(this.standing.isClear(TABLE)).isFalse();
	}

	@Test
	void onlyTheLastRecordOfARowTellsOfIt() {
		// Given
		Change first = see(row("A1", "11"));
		Change other = see(row("A2", "11"));
		// When
		Change second = see(row("A1", "12"));
		// Then
		assertThat(List.of(first, other, second)).extracting((change) -> this.standing.isLast(change.place()))
			.containsExactly(false, true, true);
		assertThat(this.standing.told(TABLE)).isEqualTo(2);
	}

	@Test
	void aTableOfWhichFewerRowsArrivedThanWereReadIsNotReadWhole() {
		// Given
		AskedSnapshot asked = new AskedSnapshot(Map.of(TABLE, 0L));
		see(row("A1", "11"));
		// When
		asked.hear("TABLE_SCAN_COMPLETED", scanned("SUCCEEDED", 2), Set.of(TABLE));
		// Then
		assertThat(asked.unread(Set.of(TABLE), Set.of(), this.standing, Map.of())).containsKey(TABLE);
		assertThat(asked.unread(Set.of(TABLE), Set.of(), this.standing, Map.of(TABLE, 1))).isEmpty();
		// When
		see(row("A2", "11"));
		// Then
		assertThat(asked.unread(Set.of(TABLE), Set.of(), this.standing, Map.of())).isEmpty();
	}

	@Test
	void aTableThatSomeReadingFailedOfIsNotReadWholeThoughAnotherSucceeded() {
		// Given
		AskedSnapshot asked = new AskedSnapshot(Map.of(TABLE, 0L));
		see(row("A1", "11"));
		// When
		asked.hear("TABLE_SCAN_COMPLETED", scanned("SUCCEEDED", 1), Set.of(TABLE));
		asked.hear("TABLE_SCAN_COMPLETED", scanned("SQL_EXCEPTION", 1), Set.of(TABLE));
		// Then
		assertThat(asked.unread(Set.of(TABLE), Set.of(), this.standing, Map.of())).containsEntry(TABLE,
				"SQL_EXCEPTION");
	}

	@Test
	void aTableWhoseTopicIsNotReadYetIsNotReadWhole() {
		// Given
		AskedSnapshot asked = new AskedSnapshot(Map.of());
		// When
		asked.hear("TABLE_SCAN_COMPLETED", scanned("SUCCEEDED", 1), Set.of(TABLE));
		// Then
		assertThat(asked.unread(Set.of(), Set.of(), this.standing, Map.of())).containsKey(TABLE);
		assertThat(asked.unread(Set.of(), Set.of(TABLE), this.standing, Map.of())).isEmpty();
	}

	@Test
	void aTableThatWasEmptiedOrOfWhichNothingIsToldIsNotReadWhole() {
		// Given
		AskedSnapshot asked = new AskedSnapshot(Map.of(TABLE, 0L));
		// When, Then
		assertThat(asked.unread(Set.of(TABLE), Set.of(), this.standing, Map.of())).containsKey(TABLE);
		// When
		asked.hear("TABLE_SCAN_COMPLETED", scanned("SUCCEEDED", 1), Set.of(TABLE));
		this.standing.see(this.table, read("null", "{\"op\":\"t\"}"));
		see(row("A1", "11"));
		// Then
		assertThat(asked.unread(Set.of(TABLE), Set.of(), this.standing, Map.of())).containsKey(TABLE);
	}

	private static JsonNode scanned(String status, int rows) {
		return ChangeReader.JSON.readTree(
				"""
						{"additional_data":{"scanned_collection":"codi.public.activities","status":"%s","total_rows_scanned":"%d"}}"""
					.formatted(status, rows));
	}

	private Change see(String row) {
		String number = row.contains("A2") ? "A2" : "A1";
		Change change = read("{\"activity_no\":\"%s\"}".formatted(number),
				"{\"op\":\"r\",\"source\":{\"snapshot\":\"incremental\"},\"after\":%s}".formatted(row));
		this.standing.see(this.table, change);
		return change;
	}

	private Change read(String key, String value) {
		return RecordedChanges.foreign(this.profile, TABLE, this.offset++, key, value);
	}

	private static String row(String number, String area) {
		return """
				{"activity_no":"%s","project_code":"BR65-JOINT","activity_type":"อบรม","activity_name":"อบรม","area_codes":"%s",\
				"start_date":"24/01/2565","end_date":"24/01/2565","date_precision":"วัน","activity_status":"ตามแผน",\
				"planned_persons":null,"actual_persons":null,"organiser":"codi","data_basis":"ตัวอย่างประกอบ"}"""
			.formatted(number, area);
	}

	private static Outcome.Identity activity(String local) {
		return new Outcome.Identity(Family.ACTIVITY, new EntityId(new AgencyId("codi"), local));
	}

}
