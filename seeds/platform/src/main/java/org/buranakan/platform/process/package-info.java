/**
 * Supervision of child processes: start, ask, stop, and a watchdog on a pipe's end of
 * file.
 *
 * <p>
 * Every {@link org.buranakan.platform.process.Program} runs in a session of its own under
 * a small shell, the guard. The guard stops it when the pipe from this process closes, so
 * stopping orderly and dying by {@code kill -9} take the same path.
 * {@link org.buranakan.platform.process.Leftovers} finds what an earlier run left behind
 * all the same. Where a test asks for it ({@code -Dburanakan.parts=containers}) the same
 * guard runs in a container, and its pipe is the container's standard input. Knows
 * nothing about Kafka, PostgreSQL or settings; needs Linux.
 */
@NullMarked
package org.buranakan.platform.process;

import org.jspecify.annotations.NullMarked;
