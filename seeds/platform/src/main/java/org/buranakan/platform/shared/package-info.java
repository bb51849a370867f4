/**
 * One platform for all tests of a process.
 *
 * <p>
 * The first test that asks for it starts it, on free ports below
 * {@code seeds/platform/target/shared}; it ends with the process. Modules whose tests run
 * at the same time have a platform each, so that one may take its parts away. What a
 * process left is deleted by the next one that starts a platform; until then its logs can
 * be read.
 */
@NullMarked
package org.buranakan.platform.shared;

import org.jspecify.annotations.NullMarked;
