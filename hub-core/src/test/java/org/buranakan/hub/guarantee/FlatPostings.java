package org.buranakan.hub.guarantee;

import java.util.List;
import java.util.stream.LongStream;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.topic.Family;

/** Postings of one agency that differ in what postings differ in. */
final class FlatPostings {

	/** Prime, so that its multiples reach every posting. */
	private static final long STRIDE = 7_368_787;

	private final Agencies agencies;

	private final String agency;

	private final Published published;

	private final List<BudgetPosted> models;

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
	 * Publishes so many records.
	 * @param postings of so many postings, each as often as any other and sent again as
	 * it is, in an order without a pattern
	 * @return how many bytes their values have
	 */
	long publish(int number, int postings) {
		long bytes = 0;
		for (int posting = 0; posting < number; posting++) {
			var record = this.published.record(posting((int) (posting * STRIDE % postings)));
			bytes += record.value().length;
			this.agencies.publish(record);
			if (posting % 50_000 == 0) {
				this.agencies.flush();
			}
		}
		this.agencies.flush();
		return bytes;
	}

	/** The amounts of the first so many postings together. */
	static long sum(long postings) {
		return LongStream.range(0, postings).map(FlatPostings::amount).sum();
	}

	private static long amount(long number) {
		return 100L * (1 + number % 1_000_000);
	}

	private SpecificRecord posting(int number) {
		EntityId id = EntityId.parse(this.agency + ":B-" + number).orElseThrow();
		return BudgetPosted.newBuilder(this.models.get(number % this.models.size()))
			.setEntityId(id.toString())
			.setEventId(EventId.of(Family.BUDGET, id, 1).value())
			.setAmountSatang(amount(number))
			.setNote(null)
			.build();
	}

}
