package org.buranakan.connectors.publish;

/**
 * What the topics last said of an entity.
 *
 * @param revision of a posting's entry: its generation
 * @param stands false once a posting is reversed and not posted anew
 * @param holder the sheet of the row that said so, see {@link Provenance#holder}
 */
record Known(long revision, Encoding content, boolean stands, String holder) {
}
