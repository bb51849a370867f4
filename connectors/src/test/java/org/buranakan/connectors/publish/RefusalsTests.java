package org.buranakan.connectors.publish;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.topic.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Refusals of rows whose ids, and fields whose names, hold the mark between the two. */
class RefusalsTests {

	private final MockProducer<String, SpecificRecord> log = new MockProducer<>(true, null, new StringSerializer(),
			(topic, value) -> value.toString().getBytes(StandardCharsets.UTF_8));

	private final Publisher live = publisher();

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aGoodRowResolvesItsOwnRefusalsAndNoOthers(boolean restarted) {
		// Given
		settle(this.live, "5", "no#1", "");
		settle(this.live, "5#2", "area", "");
		settle(this.live, "5#2#", "");
		// When
		settle(restarted ? publisher() : this.live, "5");
		// Then
		assertThat(open()).containsExactlyInAnyOrder("5#2 area", "5#2 null", "5#2# null");
	}

	@Test
	void aFieldThatIsGoodAgainIsResolvedAndTheOthersOfItsRowAreNot() {
		// Given
		settle(this.live, "5#2", "area", "no#1");
		// When
		settle(this.live, "5#2", "no#1");
		// Then
		assertThat(open()).containsExactly("5#2 no#1");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aWholeReadingResolvesWhatItDidNotRefuseAgain(boolean restarted) {
		// Given
		settle(this.live, "5", "no#1");
		settle(this.live, "5#2", "area");
		// When
		(restarted ? publisher() : this.live).resolveOthers("counts", "", Set.of(row("5")));
		// Then
		assertThat(open()).containsExactly("5 no#1");
	}

	private void settle(Publisher publisher, String row, String... refused) {
		List<Refusal> refusals = Arrays.stream(refused)
			.map((field) -> new Refusal(Optional.empty(), field, row, new Objection(RefusalCode.VALUE_MISSING, "", "")))
			.toList();
		publisher.settle(List.of(new Submission(row(row),
				refusals.isEmpty() ? new Outcome.Mapped(List.of(), List.of()) : new Outcome.Refused(refusals))));
	}

	private static Provenance row(String row) {
		return new Provenance(SourceKind.PUSH, "counts", "request:1", row, "/", Clock.systemUTC().instant());
	}

	/** As whoever reads the log knows them. */
	private List<String> open() {
		return publisher().openRefusals()
			.stream()
			.map((refusal) -> refusal.getSource().getPlace() + " " + refusal.getField())
			.toList();
	}

	private Publisher publisher() {
		return new Publisher(this::replayed, () -> this.log, () -> {
		}, new Profile(new AgencyId("codi"), "ระบบ", Basis.REPORTED, List.of()), Clock.systemUTC());
	}

	private Memory replayed() {
		Memory memory = new Memory();
		this.log.history().forEach((record) -> memory.replay(record.key(), (SourceRefused) record.value()));
		return memory;
	}

}
