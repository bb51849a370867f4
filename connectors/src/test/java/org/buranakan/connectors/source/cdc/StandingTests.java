package org.buranakan.connectors.source.cdc;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a snapshot allows to publish and to withdraw: nothing that is not certain. */
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
		Change change = read("{\"row_id\":0}", "{\"op\":\"r\",\"after\":%s}".formatted(row("A1", "11")));
		// Then
		assertThat(change).isInstanceOfSatisfying(Change.Unreadable.class,
				(refused) -> assertThat(refused.objection().reason().getEn()).contains("row_id"));
	}

	@Test
	void whereARecordCannotBeReadNobodyKnowsWhatIsGone() {
		// When
		this.standing.row(this.table, read("{\"activity_no\":\"A1\"}", "{"));
		// Then
		assertThat(this.standing.isClear(TABLE)).isFalse();
	}

	@Test
	void whatALaterChangeTellsOfIsOutOfDateInTheSnapshot() {
		// Given
		Change one = see(row("A1", "11"));
		Change other = see(row("A2", "11"));
		// When
		later("{\"activity_no\":\"A1\"}", "{\"op\":\"u\",\"after\":%s}".formatted(row("A1", "12")));
		// Then
		assertThat(isOutOfDate(one)).isTrue();
		assertThat(isOutOfDate(other)).isFalse();
	}

	@Test
	void aRowUnderAnotherKeyIsOutOfDateWhereALaterChangeSpeaksOfTheSame() {
		// Given
		Change row = see(row("A1", "11"));
		// When
		later("{\"row_id\":7}",
				"{\"op\":\"u\",\"after\":%s}".formatted(row("A1", "12").replaceFirst("\\{", "{\"row_id\":7,")));
		// Then
		assertThat(isOutOfDate(row)).isTrue();
	}

	@Test
	void whatWasDeletedLaterIsLeftToItsOwnChange() {
		// When
		later("{\"activity_no\":\"A1\"}", "{\"op\":\"d\",\"before\":%s}".formatted(row("A1", "11")));
		// Then
		assertThat(this.standing.isGone(activity("A1"))).isFalse();
		assertThat(this.standing.isGone(activity("A2"))).isTrue();
	}

	@Test
	void everyRowOfATableThatWasEmptiedLaterIsOutOfDate() {
		// Given
		Change row = see(row("A1", "11"));
		// When
		later("null", "{\"op\":\"t\"}");
		// Then
		assertThat(isOutOfDate(row)).isTrue();
	}

	@Test
	void anyRowOfATableWithoutKeysMayBeTheOneOfWhichALaterChangeCannotBeRead() {
		// Given
		see(row("A1", "11"));
		// When
		later("null", "{");
		// Then
		assertThat(this.standing.isOutOfDate(this.table)).isTrue();
		assertThat(this.standing.isClear(TABLE)).isFalse();
	}

	private boolean isOutOfDate(Change change) {
		return this.standing.isOutOfDate(this.table, change);
	}

	private void later(String key, String value) {
		this.standing.later(this.table, read(key, value));
	}

	private Change see(String row) {
		String number = row.contains("A2") ? "A2" : "A1";
		Change change = read("{\"activity_no\":\"%s\"}".formatted(number),
				"{\"op\":\"r\",\"after\":%s}".formatted(row));
		this.standing.row(this.table, change);
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
