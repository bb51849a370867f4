package org.buranakan.hub.publication;

import org.jspecify.annotations.Nullable;

/**
 * A row that differs from what its topic shows.
 *
 * @param content JSON in the words of its contract, without the batch; null where the row
 * is gone
 * @param hash of the content; null where the row is gone
 */
record Composed(String key, @Nullable String content, @Nullable String hash) {

}
