package org.buranakan.connectors.source.spreadsheet;

import java.util.List;

import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.publish.Submission;

/** Where rows that were read go to. */
@FunctionalInterface
interface Settling {

	/** Settles submissions: one receipt each, in order. */
	List<Receipt> settle(List<Submission> submissions);

}
