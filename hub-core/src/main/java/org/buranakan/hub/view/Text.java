package org.buranakan.hub.view;

import org.jspecify.annotations.Nullable;

/**
 * Text for people. Thai is always there; English where the source has it.
 */
public record Text(String th, @Nullable String en) {

}
