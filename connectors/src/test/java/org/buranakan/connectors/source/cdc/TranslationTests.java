package org.buranakan.connectors.source.cdc;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.buranakan.connectors.mapping.Gone;
import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class TranslationTests {

	private static final Outcome.Identity A1 = activity("A1");

	private final Mapping mapping = PilotReference.mapping("codi");

	private final RecordedChanges activities = RecordedChanges.of("public.activities");

	@Test
	void aVanishedRowIsWithdrawnWhereTheProfileSaysSo() {
		// When
		Submission submission = translated(Gone.WITHDRAWN, this.activities.read(1));
		// Then
		assertThat(submission.outcome()).isEqualTo(new Outcome.Mapped(List.of(), List.of(A1)));
	}

	@Test
	void aVanishedRowIsKeptWhereTheProfileSaysNothing() {
		// When
		Submission submission = translated(Gone.KEPT, this.activities.read(1));
		// Then
		assertThat(submission.outcome()).isEqualTo(new Outcome.Mapped(List.of(), List.of()));
	}

	@Test
	void anEmptiedTableWithdrawsWhatWasPublishedFromIt() {
		// When
		Submission submission = translation(Gone.WITHDRAWN)
			.submission(RecordedChanges.of("public.resolutions").read(0), List.of(A1))
			.orElseThrow();
		// Then
		assertThat(submission.outcome()).isEqualTo(new Outcome.Mapped(List.of(), List.of(A1)));
	}

	@Test
	void aRowThatSpeaksOfAnotherEntityWithdrawsTheOneItSpokeOf() {
		// When
		Submission submission = translated(Gone.WITHDRAWN, updated("A1", "A2"));
		// Then
		assertThat(submission.outcome()).asInstanceOf(type(Outcome.Mapped.class)).satisfies((mapped) -> {
			assertThat(mapped.present()).singleElement()
				.satisfies((content) -> assertThat(content.entity().local()).isEqualTo("A2"));
			assertThat(mapped.absent()).containsExactly(A1);
		});
	}

	@Test
	void aRowThatStaysWithItsEntityWithdrawsNothing() {
		// When
		Submission submission = translated(Gone.WITHDRAWN, updated("A1", "A1"));
		// Then
		assertThat(submission.outcome()).asInstanceOf(type(Outcome.Mapped.class))
			.satisfies((mapped) -> assertThat(mapped.absent()).isEmpty());
	}

	@Test
	void aDeletionThatDoesNotTellWhoseItIsIsRefused() {
		// When
		Submission submission = translated(Gone.WITHDRAWN,
				this.activities.readForeign("{\"row_id\":1}", "{\"op\":\"d\",\"before\":{\"row_id\":1}}"));
		// Then
		assertThat(submission.outcome()).asInstanceOf(type(Outcome.Refused.class))
			.satisfies((refused) -> assertThat(refused.refusals()).singleElement()
				.satisfies(
						(refusal) -> assertThat(refusal.objection().code()).isEqualTo(RefusalCode.VALUE_NOT_CAPTURED)));
	}

	@Test
	void aMarkerSaysNothing() {
		assertThat(translation(Gone.WITHDRAWN).submission(this.activities.read(2), List.of())).isEmpty();
	}

	@Test
	void anUnreadableChangeIsRefusedWithItsPlace() {
		// When
		Submission submission = translated(Gone.WITHDRAWN,
				this.activities.readForeign("{\"activity_no\":\"A9\"}", "{"));
		// Then
		assertThat(submission.provenance().kind()).isEqualTo(SourceKind.DATABASE);
		assertThat(submission.provenance().row()).isEqualTo("activity_no=A9");
		assertThat(submission.outcome()).asInstanceOf(type(Outcome.Refused.class))
			.satisfies((refused) -> assertThat(refused.refusals()).singleElement()
				.satisfies(
						(refusal) -> assertThat(refusal.objection().code()).isEqualTo(RefusalCode.CHANGE_UNREADABLE)));
	}

	/** A table whose primary key is not what the profile makes the entity of. */
	private Change updated(String before, String after) {
		return this.activities.readForeign("{\"row_id\":1}",
				"{\"op\":\"u\",\"before\":%s,\"after\":%s}".formatted(row(before), row(after)));
	}

	private static String row(String number) {
		return """
				{"row_id":1,"activity_no":"%s","project_code":"BR65-JOINT","activity_type":"อบรม","activity_name":"อบรม","area_codes":"11",\
				"start_date":"24/01/2565","end_date":"24/01/2565","date_precision":"วัน","activity_status":"ตามแผน",\
				"organiser":"codi","data_basis":"ตัวอย่างประกอบ"}"""
			.formatted(number);
	}

	private Submission translated(Gone gone, Change change) {
		return translation(gone).submission(change, List.of()).orElseThrow();
	}

	private Translation translation(Gone gone) {
		SourceProfile profile = this.mapping.profile().table("public.activities").orElseThrow();
		return new Translation(this.mapping,
				new SourceProfile(profile.name(), profile.origin(), Map.of(), Set.of(), gone, profile.events()));
	}

	private static Outcome.Identity activity(String local) {
		return new Outcome.Identity(Family.ACTIVITY, new EntityId(new AgencyId("codi"), local));
	}

}
