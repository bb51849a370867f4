package org.buranakan.hub.overview;

import java.time.LocalDate;

import org.buranakan.hub.view.Named;

/**
 * What a party said last of a joint plan, and of which revision.
 */
record StanceView(Named party, String stance, long planRevision, LocalDate statedOn) {

}
