package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

	private final IntConsumer progress;

	private int applied;

	private int unchanged;

	private int events;

	private final Set<Provenance> refusedRows = new LinkedHashSet<>();

	private final List<Refusal> refusals = new ArrayList<>();

	private final List<String> ignoredSheets = new ArrayList<>();

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
				this.refusedRows.add(row);
				this.refusals.addAll(reasons);
			}
		}
	}

	void ignore(String sheet) {
		this.ignoredSheets.add(sheet);
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
		return this.applied + this.unchanged + this.refusedRows.size();
	}

	/** As the upload answers it. */
	Handed handed() {
		return new Handed(this.applied, this.unchanged, this.refusedRows.size(), this.events,
				List.copyOf(this.ignoredSheets), this.refusals.stream().map(Handed.Cell::of).toList());
	}

	/**
	 * What the officer mends: the file with the refused cells marked, or a list of them
	 * where it is too large for that; empty where nothing is refused.
	 */
	Optional<Mending> mending(Path file) throws IOException {
		if (this.refusals.isEmpty()) {
			return Optional.empty();
		}
		if (rows() > MOST_MARKED) {
			return Optional.of(Mending.list(this.refusals));
		}
		try {
			return Optional.of(Mending.marked(new MarkedWorkbook(file).mark(this.refusals)));
		}
		catch (RuntimeException ex) {
			// Whatever of the file cannot be opened or written again: the list says it
			// all.
			return Optional.of(Mending.list(this.refusals));
		}
	}

	Set<Provenance> refusedRows() {
		return Set.copyOf(this.refusedRows);
	}

	/** The report in Thai, with a byte order mark so that every editor shows it. */
	String text(String file) {
		StringBuilder text = new StringBuilder("\uFEFF").append("ผลการรับไฟล์ ").append(file).append("\r\n\r\n");
		line(text, "แถวที่รับใหม่หรือมีการแก้ไข", this.applied);
		line(text, "แถวที่เหมือนเดิม", this.unchanged);
		line(text, "แถวที่ไม่รับ", this.refusedRows.size());
		line(text, "รายการที่เผยแพร่", this.events);
		if (!this.ignoredSheets.isEmpty()) {
			text.append("แผ่นงานที่ไม่ได้อ่าน: ").append(String.join(", ", this.ignoredSheets)).append("\r\n");
		}
		for (Refusal refusal : this.refusals) {
			text.append("\r\n").append(refusal.cell());
			if (!refusal.heading().isEmpty()) {
				text.append("  (").append(refusal.heading()).append(')');
			}
			if (!refusal.objection().offered().isEmpty()) {
				text.append("\r\n  ค่าในช่อง: ").append(refusal.objection().offered());
			}
			text.append("\r\n  ")
				.append(refusal.objection().reason().getTh())
				.append("\r\n  วิธีแก้ไข: ")
				.append(refusal.objection().remedy().getTh())
				.append("\r\n");
		}
		return text.toString();
	}

	private static void line(StringBuilder text, String what, int count) {
		text.append(what).append(": ").append(count).append("\r\n");
	}

}
