package org.buranakan.hub.actionplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.buranakan.hub.view.ActivityFilter;
import org.buranakan.hub.view.Busy;
import org.buranakan.hub.view.ByPlace;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Snapshots;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Terms;
import org.buranakan.schemas.event.ActivityStatus;

import org.springframework.stereotype.Component;

/**
 * The items of a filter from the first to the last, as one state of the view had them.
 * They pass one by one: a reader that is slow holds a connection, but no memory, and not
 * for ever.
 */
@Component
class WholePlan {

	private static final ByPlace ITEMS = Items.statement("whole-plan.sql");

	private static final String HEADING = Statement.of(WholePlan.class, "heading.sql");

	private final Documents documents;

	private final Snapshots snapshots;

	private final FileSettings settings;

	private final Semaphore places;

	WholePlan(Documents documents, Snapshots snapshots, FileSettings settings) {
		this.documents = documents;
		this.snapshots = snapshots;
		this.settings = settings;
		this.places = new Semaphore(settings.atOnce(), true);
	}

	/** What would stand above a file that was written now. */
	Heading heading(ActivityFilter filter) {
		return this.documents.single(HEADING, filter.terms(ActivityStatus.class), Heading.class);
	}

	/**
	 * Writes the file that is opened for the heading.
	 * @throws Busy if as many as may stay under way
	 * @throws IOException if the file cannot be written, or not in time
	 */
	void write(ActivityFilter filter, Opening opening) throws IOException {
		Terms terms = filter.terms(ActivityStatus.class);
		takePlace();
		try {
			this.snapshots.read(this.settings.longest(),
					(documents) -> write(documents, filter.form(ITEMS), terms, opening));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		finally {
			this.places.release();
		}
	}

	private void takePlace() {
		try {
			if (this.places.tryAcquire(this.settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new Busy("มีผู้ดาวน์โหลดแผนอยู่เต็มแล้ว โปรดลองใหม่ในอีกครู่หนึ่ง",
				"As many files of the plan as may be are being written; try again in a moment.");
	}

	private void write(Documents documents, String items, Terms terms, Opening opening) {
		Deadline deadline = Deadline.in(this.settings.longest());
		try {
			PlanFile file = opening.open(documents.single(HEADING, terms, Heading.class));
			documents.each(items, terms, ActionItem.class, (item) -> write(item, file, deadline));
			file.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(ActionItem item, PlanFile file, Deadline deadline) {
		try {
			deadline.check();
			file.item(item);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The snapshot ends by itself; its rows that were read already must not keep the
	 * place.
	 */
	private record Deadline(long nanos) {

		static Deadline in(Duration duration) {
			return new Deadline(System.nanoTime() + duration.toNanos());
		}

		void check() throws IOException {
			if (System.nanoTime() - this.nanos > 0) {
				throw new IOException("A file of the action plan was read too slowly");
			}
		}

	}

	/** Begins the file. */
	interface Opening {

		PlanFile open(Heading heading) throws IOException;

	}

}
