package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.publish.Provenance;
import org.buranakan.connectors.publish.Receipt;

/** What became of a file, for the officer who handed it in. */
final class Report {

	/** A workbook of more rows is too large to be opened whole. */
	private static final int MOST_MARKED = 50_000;

	/**
	 * Of more refusals than these the rest are counted: nobody reads on, and all of them
	 * would fill the memory.
	 */
	private static final int MOST_LISTED = 10_000;

	private final IntConsumer progress;

	private final LayoutTally layout = new LayoutTally();

	private int applied;

	private int unchanged;

	private int events;

	private int refused;

	private int unlisted;

	private final Set<Provenance> refusedRows = new LinkedHashSet<>();

	private final List<Refusal> refusals = new ArrayList<>();

	private final List<String> ignoredSheets = new ArrayList<>();

	private int withdrawn;

	private final Map<Staying, Integer> staying = new EnumMap<>(Staying.class);

	private boolean taken;

	private final List<Runnable> whenTold = new ArrayList<>();

	/** The progress is told how many rows have been settled so far, now and then. */
	Report(IntConsumer progress) {
		this.progress = progress;
	}

	Report() {
		this((rows) -> {
		});
	}

	void add(Provenance row, Receipt receipt) {
		switch (receipt) {
			case Receipt.Applied(int published) -> {
				this.applied++;
				this.events += published;
			}
			case Receipt.Unchanged() -> this.unchanged++;
			case Receipt.Refused(List<Refusal> reasons) -> {
				this.refused++;
				if (this.refused <= MOST_LISTED) {
					this.refusedRows.add(row);
				}
				int listed = Math.min(reasons.size(), MOST_LISTED - this.refusals.size());
				this.refusals.addAll(reasons.subList(0, listed));
				this.unlisted += reasons.size() - listed;
			}
		}
	}

	void ignore(String sheet) {
		this.ignoredSheets.add(sheet);
	}

	/** Whether anything of it was refused, rows, a sheet, or all of it. */
	boolean isAnyRefused() {
		return this.refused > 0;
	}

	/** So many entities had no row any more, and were withdrawn. */
	void withdrawn(int count) {
		this.withdrawn += count;
		this.events += count;
	}

	/** So many have no row any more, and stay. */
	void stay(Staying why, int count) {
		this.staying.merge(why, count, Integer::sum);
	}

	/** The file was read to its end, and takes the place of the one before it. */
	void taken() {
		this.taken = true;
	}

	/** Whether it was, and is not refused as a whole. */
	boolean isTaken() {
		return this.taken;
	}

	/** Is to be run once the officer can read the report. */
	void whenTold(Runnable action) {
		this.whenTold.add(action);
	}

	/** Whether there is something that the officer has to be able to read first. */
	boolean isAsking() {
		return !this.whenTold.isEmpty();
	}

	/** The officer can read it now. */
	void told() {
		this.whenTold.forEach(Runnable::run);
	}

	/** What kinds of rows the file has. */
	LayoutTally layout() {
		return this.layout;
	}

	/** What was added so far is settled. */
	void settled() {
		this.progress.accept(rows());
	}

	/** Whether there was not a single row. */
	boolean isEmpty() {
		return rows() == 0;
	}

	private int rows() {
		return this.applied + this.unchanged + this.refused;
	}

	/** As the upload answers it. */
	Handed handed() {
		return new Handed(this.applied, this.unchanged, this.refused, this.events, List.copyOf(this.ignoredSheets),
				this.refusals.stream().map(Handed.Cell::of).toList(), this.unlisted, vanished(), this.layout.layout());
	}

	private Handed.Vanished vanished() {
		return new Handed.Vanished(this.withdrawn,
				this.staying.entrySet()
					.stream()
					.map((entry) -> new Handed.Kept(entry.getKey().code(), entry.getValue(),
							entry.getKey().text(entry.getValue())))
					.toList());
	}

	/**
	 * What the officer mends: the file with the refused cells marked, or a list of them
	 * where it is too large for that; empty where nothing is refused.
	 */
	Optional<Mending> mending(Path file) {
		if (this.refusals.isEmpty()) {
			return Optional.empty();
		}
		try {
			boolean whole = Math.max(rows(), this.layout.rows()) <= MOST_MARKED
					&& MarkedWorkbook.canMark(file, this.refusals);
			return Optional
				.of(whole ? Mending.marked(new MarkedWorkbook(file).mark(this.refusals)) : Mending.list(this.refusals));
		}
		catch (IOException | RuntimeException | Error ex) {
			// What cannot be opened or written again, or for want of memory: the list
			// says it all.
			return Optional.of(Mending.list(this.refusals));
		}
	}

	/** The rows that were refused; empty where they are too many to be known by name. */
	Optional<Set<Provenance>> refusedRows() {
		return (this.refused > MOST_LISTED) ? Optional.empty() : Optional.of(Set.copyOf(this.refusedRows));
	}

	/**
	 * The report as a text; see {@link ReportText}.
	 * @param file where the file lies now
	 * @param name what its officer calls it
	 */
	String text(String file, String name) {
		return new ReportText(handed(), this.refusals).of(file, name);
	}

}
