/**
 * Spreadsheets dropped in a folder as a source: files of {@code inbox} in, rows for
 * {@code mapping} out, whose outcomes go to {@code publish}. XLSX is streamed; CSV and
 * TSV may be UTF-8, UTF-16 or windows-874.
 * <p>
 * A workbook is looked through whole before a row of it is read: what would harm or
 * mislead is refused with a named reason ({@code FileFault}) before anything is
 * published. Parts are parsed as a stream whose cost is bounded by what stands in them.
 * <p>
 * Headings stand below title rows, on one row or on two of which the upper is shared by
 * columns (a profile then says {@code parent / child}). Rows that add up others or number
 * a section are left out and counted; hidden rows and sheets are read and counted.
 * <p>
 * A file is read once it stopped growing, then moved to {@code done} with a report in
 * Thai beside it: what was accepted, and each refused row with cell, reason and remedy.
 * It is moved last, so that a killed process reads it again, which publishes nothing
 * twice. A new reading of a file of the same name resolves the refusals of that name that
 * it does not repeat; a file of another name resolves none of them. A key that stands on
 * two rows of a file, on whatever sheets, is refused where it stands again.
 */
@NullMarked
package org.buranakan.connectors.source.spreadsheet;

import org.jspecify.annotations.NullMarked;
