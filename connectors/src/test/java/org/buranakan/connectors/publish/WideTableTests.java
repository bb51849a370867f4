package org.buranakan.connectors.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.WideBudget;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What corrections in a table with a column per fiscal year become. */
class WideTableTests {

	private static final AgencyId AGENCY = new AgencyId("codi");

	private static final Instant NOW = Instant.parse("2022-02-07T01:02:03Z");

	private static final Provenance ROW = new Provenance(SourceKind.SPREADSHEET, "budget", "sha256:0", "งบ!7", "งบ!7",
			NOW);

	private final MockProducer<String, SpecificRecord> producer = new MockProducer<>(true, null, new StringSerializer(),
			(topic, value) -> new byte[0]);

	private final Memory memory = new Memory();

	private final WideBudget budget = new WideBudget();

	@Test
	void aChangedAmountBecomesAReversalAndAPostingOfItsColumnAlone() {
		// Given
		publish(Map.of("งบ 2565", "1,500", "งบ 2566", "2,000"));
		// When
		publish(Map.of("งบ 2565", "1,500", "งบ 2566", "2,500"));
		// Then
		assertThat(postings()).containsExactly("P1-FY2565 150000", "P1-FY2566 200000", "P1-FY2566~reversed -200000",
				"P1-FY2566~2 250000");
	}

	@Test
	void aBlankedCellIsReversedAndAZeroIsPosted() {
		// Given
		publish(Map.of("งบ 2565", "1,500", "งบ 2566", "2,000"));
		// When
		publish(Map.of("งบ 2565", "", "งบ 2566", "0"));
		// Then
		assertThat(postings()).containsExactlyInAnyOrder("P1-FY2565 150000", "P1-FY2566 200000",
				"P1-FY2566~reversed -200000", "P1-FY2566~2 0", "P1-FY2565~reversed -150000");
	}

	@Test
	void theSameTableAgainOrOneWithoutAColumnPublishesNothing() {
		// Given
		publish(Map.of("งบ 2565", "1,500", "งบ 2566", "2,000"));
		// When
		publish(Map.of("งบ 2565", "1,500.-", "งบ 2566", "๒,๐๐๐"));
		publish(Map.of("งบ 2566", "2,000"));
		// Then
		assertThat(postings()).hasSize(2);
	}

	private void publish(Map<String, String> cells) {
		Events events = new Events(this.memory, new Dispatch(this.producer, AGENCY), "ระบบ",
				Clock.fixed(NOW, ZoneOffset.UTC));
		Outcome.Mapped mapped = (Outcome.Mapped) this.budget.map(cells);
		mapped.present().forEach((content) -> events.publish(content, ROW));
		mapped.absent().forEach((gone) -> events.withdraw(gone.family(), gone.entity(), ROW));
	}

	private List<String> postings() {
		return this.producer.history()
			.stream()
			.map(ProducerRecord::value)
			.filter(BudgetPosted.class::isInstance)
			.map(BudgetPosted.class::cast)
			.map((posting) -> posting.getEntityId().substring("codi:".length()) + " " + posting.getAmountSatang())
			.toList();
	}

}
