package org.buranakan.hub.overview;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed in the view.
 *
 * @param family plan, activity, budget, complaint, agreement, answer, reference, clock,
 * agency, area or finding
 * @param key of what changed; {@code *} where it is too much to name
 * @param agency null where none speaks
 * @param batch rises with the hub's commits; changes of one commit share it
 */
record Change(@JsonIgnore Cursor cursor, String family, String key, @Nullable String agency, long batch) {

}
