package org.buranakan.hub.intake;

/**
 * Where a log cannot be judged on.
 *
 * @param cause a bug, or what the machine is out of
 */
record Stuck(long offset, Throwable cause) {

}
