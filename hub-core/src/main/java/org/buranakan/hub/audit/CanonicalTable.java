package org.buranakan.hub.audit;

/**
 * How the rows of a table are written down for the fingerprint: see the package
 * description.
 *
 * @param name of the table; tables are digested in the order of their names
 * @param derived whether its rows follow from facts
 * @param query one column of type {@code text[]}, one row per row, in the order of the
 * rows' identities by code point ({@code COLLATE "C"})
 */
public record CanonicalTable(String name, boolean derived, String query) {
}
