package org.buranakan.hub.actionplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

import org.buranakan.hub.view.ActivityFilter;
import org.buranakan.hub.view.Busy;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Snapshots;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Terms;
import org.buranakan.schemas.event.ActivityStatus;

import org.springframework.stereotype.Component;

/**
 * The items of a filter from the first to the last, as one state of the view had them.
 * They pass one by one: a reader that is slow holds a connection, but no memory.
 */
@Component
class WholePlan {

	/** Of the readers' connections; the others stay with those who want but a page. */
	private static final int AT_ONCE = 3;

	private static final String ITEMS = Statement.of(WholePlan.class, "whole-plan.sql")
		.replace("/* items */", Statement.of(WholePlan.class, "items.sql"))
		.replace("/* document */", Statement.of(WholePlan.class, "item-document.sql"));

	private static final String HEADING = Statement.of(WholePlan.class, "heading.sql");

	private final Snapshots snapshots;

	private final Semaphore places = new Semaphore(AT_ONCE);

	WholePlan(Snapshots snapshots) {
		this.snapshots = snapshots;
	}

	/**
	 * Writes the file that is opened for the heading.
	 * @throws Busy if as many as may are under way
	 * @throws IOException if the file cannot be written
	 */
	void write(ActivityFilter filter, Opening opening) throws IOException {
		Terms terms = filter.terms(ActivityStatus.class);
		if (!this.places.tryAcquire()) {
			throw new Busy("As many files as may be are being written; come back in a minute.");
		}
		try {
			this.snapshots.read((documents) -> write(documents, terms, opening));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		finally {
			this.places.release();
		}
	}

	private static void write(Documents documents, Terms terms, Opening opening) {
		try {
			PlanFile file = opening.open(documents.single(HEADING, terms, Heading.class));
			documents.each(ITEMS, terms, ActionItem.class, (item) -> write(item, file));
			file.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(ActionItem item, PlanFile file) {
		try {
			file.item(item);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Begins the file. */
	interface Opening {

		PlanFile open(Heading heading) throws IOException;

	}

}
