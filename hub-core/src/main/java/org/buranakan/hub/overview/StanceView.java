package org.buranakan.hub.overview;

import java.time.LocalDate;

import org.buranakan.hub.view.Named;

/**
 * What a party said last of a joint plan, and of which revision.
 *
 * @param statedBy the agency that published it: the party, or who speaks for a party
 * without a system of its own
 */
record StanceView(Named party, String stance, long planRevision, LocalDate statedOn, Named statedBy) {

}
