package org.buranakan.hub.view;

/**
 * Money of one budget phase, in satang; negative where refunds outweigh.
 */
public record PhaseAmount(String phase, long amountSatang) {

}
