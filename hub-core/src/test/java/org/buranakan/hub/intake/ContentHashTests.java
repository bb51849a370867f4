package org.buranakan.hub.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.buranakan.schemas.contract.GeneratedClasses;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentHashTests {

	static {
		GeneratedClasses.trust();
	}

	private final ReferenceRecorded datum = ReferenceRecorded.newBuilder()
		.setKind("area")
		.setCode("110101")
		.setRevision(1)
		.setRecordedAt(Instant.EPOCH)
		.setValidFrom(LocalDate.of(2021, 10, 1))
		.setName(new LocalizedText("ปากน้ำ", null))
		.build();

	@Test
	void whenAndWhichRevisionIsNoContent() {
		ReferenceRecorded copy = ReferenceRecorded.newBuilder(this.datum)
			.setRevision(7)
			.setRecordedAt(Instant.EPOCH.plusSeconds(1))
			.build();
		assertThat(ContentHash.of(copy)).isEqualTo(ContentHash.of(this.datum));
	}

	@Test
	void whatItSaysIsContent() {
		ReferenceRecorded translated = ReferenceRecorded.newBuilder(this.datum)
			.setName(new LocalizedText("ปากน้ำ", "Pak Nam"))
			.build();
		ReferenceRecorded attributed = ReferenceRecorded.newBuilder(this.datum).setAttributes(Map.of("a", "b")).build();
		assertThat(ContentHash.of(translated)).isNotEqualTo(ContentHash.of(this.datum));
		assertThat(ContentHash.of(attributed)).isNotEqualTo(ContentHash.of(this.datum));
	}

	/** Stored hashes must outlive versions of this code and of the contracts. */
	@Test
	void theHashOfAnEventNeverChanges() {
		assertThat(ContentHash.of(this.datum).bytes()).asHexString()
			.isEqualToIgnoringCase("6cd288adb49f8f9966ca5ea087f5c25180bc6c49209f312b475f998730928b37");
	}

}
