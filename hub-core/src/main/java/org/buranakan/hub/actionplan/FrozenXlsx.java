package org.buranakan.hub.actionplan;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Cleaner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A workbook that is the same bytes whenever it is written: the library notes in it when
 * that was, which is replaced by the moment that it shows. For that it passes through a
 * file.
 */
final class FrozenXlsx implements Table {

	private static final String PROPERTIES = "docProps/core.xml";

	private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*";

	/**
	 * The first that the format knows; entries of a workbook have no time of their own.
	 */
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	/** Removes the file also where the workbook is never ended. */
	private static final Cleaner CLEANER = Cleaner.create();

	private final OutputStream out;

	private final Instant moment;

	private final Path file;

	private final Cleaner.Cleanable removal;

	private final OutputStream written;

	private final XlsxTable table;

	FrozenXlsx(OutputStream out, Instant moment) throws IOException {
		this.out = out;
		this.moment = moment;
		this.file = Files.createTempFile("action-plan", ".xlsx");
		this.removal = CLEANER.register(this, this.file.toFile()::delete);
		this.written = new BufferedOutputStream(Files.newOutputStream(this.file));
		this.table = new XlsxTable(this.written, XlsxTable.MOST_ROWS);
	}

	@Override
	public void begin(List<String> title, List<Column> columns) {
		this.table.begin(title, columns);
	}

	@Override
	public void row(List<Cell> cells) throws IOException {
		this.table.row(cells);
	}

	@Override
	public void totals(List<Cell> cells) {
		this.table.totals(cells);
	}

	@Override
	public void appendix(List<String> lines) throws IOException {
		this.table.appendix(lines);
	}

	@Override
	public void end() throws IOException {
		this.table.end();
		this.written.close();
		try (ZipFile workbook = new ZipFile(this.file.toFile())) {
			ZipOutputStream frozen = new ZipOutputStream(this.out);
			for (ZipEntry entry : Collections.list(workbook.entries())) {
				ZipEntry copy = new ZipEntry(entry.getName());
				copy.setTimeLocal(NO_TIME);
				frozen.putNextEntry(copy);
				try (InputStream content = workbook.getInputStream(entry)) {
					if (entry.getName().equals(PROPERTIES)) {
						frozen.write(dated(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
					}
					else {
						content.transferTo(frozen);
					}
				}
			}
			frozen.finish();
		}
		finally {
			this.removal.clean();
		}
	}

	private byte[] dated(String properties) {
		return properties.replaceFirst(CREATED, "$1" + this.moment).getBytes(StandardCharsets.UTF_8);
	}

}
