package org.buranakan.hub.view;

import java.time.LocalDate;

/**
 * What a party said last of a joint plan, and of which revision.
 *
 * @param statedBy the agency that published it: the party, or who speaks for a party
 * without a system of its own
 */
public record StanceView(Named party, String stance, long planRevision, LocalDate statedOn, Named statedBy) {

}
