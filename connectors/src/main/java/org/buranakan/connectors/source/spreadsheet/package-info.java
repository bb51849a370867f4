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
 * Files of an agency are read one after the other, in the order in which they were handed
 * in, however they come: an upload has its turn before its body is stored, and leaves it
 * to a file of its name that lies in the folder. So an older file has not the last word
 * over its correction, and one upload of an agency at a time takes disk and memory
 * ({@code FileIntake}, {@code HeapShare}). What is refused is what the bytes say; a disk
 * that does not yield them is waited for, and told ({@code FileTurns}).
 * <p>
 * A file is read once it stopped growing, then moved to {@code done} with a report in
 * Thai and English beside it: what was accepted, and each refused row with cell, reason
 * and remedy. It is moved last, so that a killed process reads it again, which publishes
 * nothing twice. Nothing in {@code done} is ever removed; the report of an earlier turn
 * says that it is replaced ({@code OlderReports}). What is refused of a file as a whole
 * ends when a file of that name or of that content is taken, or its officer sets it
 * aside. A new reading of a file of the same name resolves the refusals of that name that
 * it does not repeat; a file of another name resolves none of them. A key that stands on
 * two rows of a file, on whatever sheets, is refused where it stands again.
 * <p>
 * Where the profile says {@code gone: withdrawn}, every file of the source is all that
 * the source states, and what it does not state any more is withdrawn once it was read to
 * its end. What it should state is what stands in the agency's own topics, in families
 * that no other source of the profile speaks of, because a file of the system that the
 * profile names said it last: nothing else is stored, no file's name, and what a push or
 * a direct client said last stays. Withdrawing too little is mended by the next file,
 * withdrawing wrongly by nobody; so nothing is withdrawn for a file:
 * <ul>
 * <li>of which anything was refused, or a sheet that is not blank was not read as its
 * source: the missing rows may be there;</li>
 * <li>that has no sheet of the source, or nothing on it: its headings alone say that
 * nothing is left;</li>
 * <li>where a row with its key stands, whatever becomes of the row: as a section, a
 * total, above the headings, or in a wide table that lacks the entity's column
 * ({@code RowNames}). A key that no row of the profile can have is nobody's;</li>
 * <li>that lacks more than a tenth of what stands and more than five entities, or half of
 * it however few (half a small file lacks few): the officer is asked ({@code Asking}) and
 * confirms by handing in the same bytes once more. That counts only after the question
 * could be read, so that neither a second copy nor a file that is read again after an
 * outage or a full disk answers it unseen, and only for some hours, so that a nightly job
 * does not. A program does answer it that copies or posts the same file over and over
 * within the hour, be it because the answer was lost: such a source is to say
 * {@code kept}.</li>
 * </ul>
 */
@NullMarked
package org.buranakan.connectors.source.spreadsheet;

import org.jspecify.annotations.NullMarked;
