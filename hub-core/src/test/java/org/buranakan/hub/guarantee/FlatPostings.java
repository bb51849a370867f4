package org.buranakan.hub.guarantee;

import java.util.List;
import java.util.Random;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.topic.Family;

/** Postings of one agency that differ in what postings differ in. */
final class FlatPostings {

	private final Agencies agencies;

	private final String agency;

	private final Published published;

	private final List<BudgetPosted> models;

	private final Random chance = new Random(7);

	FlatPostings(Agencies agencies, String agency) {
		this.agencies = agencies;
		this.agency = agency;
		this.published = new Published(agencies, agency);
		this.models = Renamed.events(agency, 10_000, 7, Disturbance.NONE)
			.filter(BudgetPosted.class::isInstance)
			.map(BudgetPosted.class::cast)
			.filter((posting) -> posting.getReverses() == null)
			.limit(1_000)
			.toList();
	}

	/**
	 * Publishes so many, each a posting of its own.
	 * @return how many bytes their values have
	 */
	long publish(int number) {
		long bytes = 0;
		for (int posting = 0; posting < number; posting++) {
			var record = this.published.record(posting(posting));
			bytes += record.value().length;
			this.agencies.publish(record);
			if (posting % 50_000 == 0) {
				this.agencies.flush();
			}
		}
		this.agencies.flush();
		return bytes;
	}

	private SpecificRecord posting(int number) {
		EntityId id = EntityId.parse(this.agency + ":B-" + number).orElseThrow();
		return BudgetPosted.newBuilder(this.models.get(number % this.models.size()))
			.setEntityId(id.toString())
			.setEventId(EventId.of(Family.BUDGET, id, 1).value())
			.setAmountSatang(100L * (1 + this.chance.nextInt(1_000_000)))
			.setNote(null)
			.build();
	}

}
