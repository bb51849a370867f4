/**
 * One mechanism for every kind of source: a YAML profile per agency says how the rows of
 * its sources become events. {@link org.buranakan.connectors.mapping.Mapping} is a pure
 * function of (profile, reference data, row); a row gives all of its events or is refused
 * with all of its reasons.
 * <p>
 * A profile:
 *
 * <pre>
 * agency: pacc-zone-1
 * system: แบบรายงานของสำนักงาน ปปท. เขต 1      # the agency's name for its system
 * basis: reported                                # unless a field basis says otherwise
 * era: buddhist                                  # buddhist | common | undeclared (then two-digit years are refused)
 * dates: 1900                                    # or 1904: the system of a sheet's dates that are bare numbers
 * within: ["11", "19"]                           # areas the agency reports on; absent for all
 * lists:
 *   kind:
 *     reference: activity-kind                   # every code must stand in this list of hub.reference, whose names are understood too
 *     codes: {training: [อบรม, ฝึกอบรม]}          # the agency's own words
 *   status:                                      # no reference: closed by the contract
 *     codes: {DONE: [ดำเนินการแล้ว], PLANNED: [ตามแผน]}
 * sources:
 *   - name: activities                           # begins the key of every refusal: never change it
 *     file: "*กิจกรรม*.xlsx"                      # or table: public.activities, or push: activity
 *     sheet: "*"
 *     columns:                                   # own name: what the source calls it
 *       no: [รหัสกิจกรรม, รหัส]
 *       title: [ชื่อกิจกรรม]
 *     optional: [title_en]                       # columns that a sheet may lack
 *     gone: withdrawn                            # what a row spoke of that a table, or a file, has no more; else kept
 *     unpivot: {columns: "งบ {year}", as: amount, names: period}   # only for a table with a column per period
 *     events:
 *       - family: activity
 *         key: "{no}"                            # the local part of the entity id; stable for ever
 *         when: {amount: "*"}                    # only if so: listed values, "*" for not blank, "" for blank
 *         revision: {from: version}              # only where the agency counts revisions itself; never of budget
 *         fields: …                              # by the names of the contract
 * </pre>
 *
 * A field is one of: {@code {constant: …}}; {@code {template: "codi:{project}"}};
 * {@code {th: column, en: column}}; {@code {fields: {…}}} for a record; {@code {each:
 * column, split: "[;,]", as: …}} or {@code {each: column, fields: {…}}} for a list;
 * {@code {from: column, as: reader}}, where several columns are joined. Readers
 * ({@code as}): text, money, quantity, yes-no, date, fiscal-year, period-start,
 * period-end, period-precision, area (with {@code level}), code (with {@code of}). A
 * blank value takes the contract's default, or the row is refused. Areas and codes that
 * have an end are read up to the last day on which they stood: the event's own date, else
 * its fiscal year's first day, decides.
 * <p>
 * A wide table has a column per fiscal year ({@code "งบ {year}"}), quarter
 * ({@code "ไตรมาส {quarter}/{year}"}, or {@code "ไตรมาส {quarter}"} with the year in a
 * column of its own to be joined) or month ({@code "{month} {year}"}, a year of the
 * calendar). {@code unpivot} reads each such column as a row: its value is called as
 * {@code as} says, its period as {@code names} says, written FY2565, 2565-Q2, Q2 or
 * 2565-01, which fiscal-year and period readers read. Events whose key has the period
 * ({@code key: "{no}-{period}"}) are given once per column, all others once per row. A
 * blank cell gives no event and takes back what was said before; zero is an amount like
 * any other; a column that the table lacks says nothing at all.
 * <p>
 * {@code revision} names the column with the agency's own revision, a whole number from
 * 1. Content that is published already is unchanged whatever its revision; new content is
 * published under a higher revision than the published one, and refused under any other.
 * Where the column is blank, or there is no {@code revision}, the published one is raised
 * by one, as it always is by a withdrawal. Envelope fields other than {@code occurredAt}
 * and {@code basis} are no profile's to derive.
 * <p>
 * {@code gone: withdrawn} on a source of files says that every file of it is all that it
 * states. The profile has to have no other source of its families: a file would lack what
 * that one states. What is pushed never says what it lacks.
 * <p>
 * Columns are called by name in tables, and by JSON pointer without the first slash in
 * pushed items; the profile's {@code columns} may rename them. In sheets only headings
 * that {@code columns} lists are looked for, so that every column that {@code key},
 * {@code when}, {@code revision} or a field is read from has to stand there. A list or an
 * object where one value is wanted is refused, and nothing of what is in it is kept. No
 * two sources may read the same.
 */
@NullMarked
package org.buranakan.connectors.mapping;

import org.jspecify.annotations.NullMarked;
