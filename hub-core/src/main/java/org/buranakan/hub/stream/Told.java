package org.buranakan.hub.stream;

/**
 * A change as it goes to the clients.
 *
 * @param log that tells of it
 * @param place behind it
 * @param position of whoever has read everything up to it
 * @param data of the event, JSON
 * @param frame the whole event, for whoever stands at that position then
 */
record Told(String log, Place place, Position position, String data, String frame) {

	static Told of(String log, Place place, Position position, String data) {
		return new Told(log, place, position, data, frame(position, data));
	}

	/** The event for somebody who stands elsewhere then. */
	String frame(Position position) {
		return position.equals(this.position) ? this.frame : frame(position, this.data);
	}

	private static String frame(Position position, String data) {
		return "id:" + position + "\nevent:change\ndata:" + data + "\n\n";
	}

}
