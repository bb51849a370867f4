/**
 * Spreadsheets dropped in a folder as a source: files of {@code inbox} in, rows for
 * {@code mapping} out, whose outcomes go to {@code publish}. XLSX is streamed; CSV and
 * TSV may be UTF-8, UTF-16 or windows-874.
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
