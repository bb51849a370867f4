package org.buranakan.hub.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.Indicator;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.BusinessDateStated;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlausibleTests {

	@Test
	void aYearThatCannotBeIsNamedByItsField() {
		assertThat(Plausible.impossible(stated(LocalDate.of(300_000, 1, 1)))).contains("field date");
		assertThat(Plausible.impossible(stated(LocalDate.of(2565, 1, 24)))).as("Buddhist era").contains("field date");
		assertThat(Plausible.impossible(stated(LocalDate.of(2022, 1, 24)))).isEmpty();
	}

	@Test
	void textThatNoDatabaseTakesIsNamedByItsField() {
		assertThat(Plausible.impossible(named("แผน\0"))).contains("field name");
		assertThat(Plausible.impossible(named("\ud83d"))).contains("field name");
		assertThat(Plausible.impossible(named("ก".repeat(20_001)))).contains("field name");
		assertThat(Plausible.impossible(named("กำนัน 😀"))).isEmpty();
	}

	@Test
	void moreThanThereCanBeIsNamedByItsField() {
		assertThat(Plausible.impossible(counted(1_000_000_001))).contains("field received");
		assertThat(Plausible.impossible(counted(Long.MIN_VALUE))).contains("field received");
		assertThat(Plausible.impossible(counted(1_000_000_000))).isEmpty();
		assertThat(Plausible.impossible(measured(1_000_000_000_000_001L))).contains("field actual");
		assertThat(Plausible.impossible(measured(Long.MIN_VALUE))).contains("field actual");
		assertThat(Plausible.impossible(measured(-1_000_000_000_000_000L))).isEmpty();
	}

	private static ComplaintCounted counted(long received) {
		ComplaintCounted counted = new ComplaintCounted();
		counted.put(counted.getSchema().getField("revision").pos(), Long.MAX_VALUE);
		counted.put(counted.getSchema().getField("received").pos(), received);
		return counted;
	}

	private static Indicator measured(long actual) {
		return new Indicator("households", "household", null, actual);
	}

	private static BusinessDateStated stated(LocalDate date) {
		return new BusinessDateStated(date, Instant.EPOCH);
	}

	private static ReferenceRecorded named(String thai) {
		return ReferenceRecorded.newBuilder()
			.setKind("area")
			.setCode("110101")
			.setRevision(1)
			.setRecordedAt(Instant.EPOCH)
			.setValidFrom(LocalDate.of(2021, 10, 1))
			.setName(new LocalizedText(thai, null))
			.setAttributes(Map.of())
			.build();
	}

}
