package org.buranakan.connectors.source.spreadsheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.publish.Missing;
import org.buranakan.connectors.publish.Provenance;
import org.buranakan.connectors.publish.Publisher;
import org.buranakan.schemas.event.SourceKind;

/**
 * Withdraws what a complete file does not state any more, once all of it is read and
 * durable, unless there is any doubt that the file is what it should be.
 */
final class VanishedRows {

	/** As many at once, like rows. */
	private static final int BATCH = 500;

	/** So few may go without a question, where they are not half of it. */
	private static final int FEW = 5;

	/** Of what stands, one part in so many may. */
	private static final int PART = 10;

	/** A row that is missing has no cell. */
	private static final String NOWHERE = "-";

	private final Publisher publisher;

	private final Asking asking;

	private final FileIntake.Offer offer;

	private final Report report;

	VanishedRows(Publisher publisher, Asking asking, FileIntake.Offer offer, Report report) {
		this.publisher = publisher;
		this.asking = asking;
		this.offer = offer;
		this.report = report;
	}

	/**
	 * Withdraws, or tells why not.
	 * @param rows those of the file that stand
	 * @param doubt why those that are missing may be there all the same
	 */
	void conclude(SourceProfile source, NamedRows rows, Optional<Staying> doubt) {
		Missing missing = this.publisher.missing(source.families(), rows::has);
		int count = missing.entities().size();
		if (count == 0) {
			return;
		}
		if (doubt.isPresent()) {
			this.report.stay(doubt.get(), count);
		}
		else if (isMany(missing) && !this.asking.isConfirmed(source, this.offer.arrivedAt())) {
			this.report.stay(Staying.MANY, count);
			this.report.whenTold(this.asking.ask(source, this.offer.file()));
		}
		else {
			withdraw(source, missing.entities());
		}
	}

	/** More than a few and a tenth; of a small table half of it. */
	private static boolean isMany(Missing missing) {
		int count = missing.entities().size();
		return count * 2L >= missing.standing() || (count > FEW && (long) count * PART > missing.standing());
	}

	/**
	 * The topics are for ever: they are told which bytes lack the row, not their name.
	 */
	private void withdraw(SourceProfile source, List<Outcome.Identity> missing) {
		Provenance provenance = new Provenance(SourceKind.SPREADSHEET, source.name(), this.offer.file().digest(),
				NOWHERE, NOWHERE, this.offer.offeredAt());
		for (int from = 0; from < missing.size(); from += BATCH) {
			this.report.withdrawn(
					this.publisher.withdraw(missing.subList(from, Math.min(from + BATCH, missing.size())), provenance));
		}
	}

}
