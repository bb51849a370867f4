package org.buranakan.hub.view;

/**
 * A code of the reference data and its name; an unknown code is its own name.
 */
public record Named(String code, Text name) {

}
