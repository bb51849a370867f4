package org.buranakan.pilot.generate;

/**
 * How many records in a thousand a log carries that a well-kept source would not send.
 *
 * @param copies exact copies of earlier records, sent again
 * @param late records that appear up to two hundred places late, so that an older
 * revision follows a newer one
 * @param conflicts records of a revision that was already sent, with other content
 */
public record Disturbance(int copies, int late, int conflicts) {

	/** A log as it should be. */
	public static final Disturbance NONE = new Disturbance(0, 0, 0);

	public Disturbance {
		if (copies < 0 || late < 0 || conflicts < 0 || copies + late + conflicts > 1000) {
			throw new IllegalArgumentException("Shares of a thousand: " + copies + ", " + late + ", " + conflicts);
		}
	}

}
