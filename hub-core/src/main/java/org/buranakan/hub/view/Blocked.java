package org.buranakan.hub.view;

/**
 * Money that a restriction blocks, in satang.
 */
public record Blocked(String restriction, Text name, long amountSatang) {

}
