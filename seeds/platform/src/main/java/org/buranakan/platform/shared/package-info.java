/**
 * One platform for all tests of a Maven run, but for those that need one apart.
 *
 * <p>
 * The first test that asks for it starts a process, the {@code Holder}, in a session of
 * its own. It starts the platform on free ports below
 * {@code seeds/platform/target/shared}, writes down where it is, and stops it when the
 * Maven process ends, however it ends. Later tests, also those of other modules, find
 * what was written down. Outside Maven the test's own process takes Maven's place. The
 * logs stay.
 */
@NullMarked
package org.buranakan.platform.shared;

import org.jspecify.annotations.NullMarked;
