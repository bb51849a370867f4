package org.buranakan.connectors.reading;

/** A code of a reference list that has an end. */
public record KnownCode(String code, Validity validity) {
}
