package org.buranakan.hub.view;

/**
 * Lineage: the record of an agency's log that a figure rests on.
 */
public record Position(String topic, int partition, long offset, String eventId) {

}
