/**
 * A generator of more of the same, of any size and seed, for tests: valid events of all
 * families of all the pilot's agencies, in the order of their logs, with late, repeated
 * and contradicting records where a test asks for them. In: a size and a seed, and the
 * pilot's reference data. Out: generated Avro records.
 */
@NullMarked
package org.buranakan.pilot.generate;

import org.jspecify.annotations.NullMarked;
