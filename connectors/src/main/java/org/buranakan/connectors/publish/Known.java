package org.buranakan.connectors.publish;

/**
 * What the topics last said of an entity.
 *
 * @param revision of a posting's entry: its generation
 * @param stands false once a posting is reversed and not posted anew
 */
record Known(long revision, Encoding content, boolean stands) {
}
