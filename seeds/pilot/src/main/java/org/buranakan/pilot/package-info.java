/**
 * The pilot's data: what the seven agencies' own systems hold (a database, a workbook,
 * CSV files, pushed documents), the reference data and the business date, and a generator
 * of more of the same for tests. In: this module's resources. Out: texts, bytes and
 * generated Avro records; it knows neither Kafka nor a database.
 */
@NullMarked
package org.buranakan.pilot;

import org.jspecify.annotations.NullMarked;
