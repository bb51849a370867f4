package org.buranakan.hub.actionplan;

import org.buranakan.hub.view.ByPlace;
import org.buranakan.hub.view.Statement;

/**
 * The statements that read items of the plan: which ones a filter keeps, and what is said
 * of each, are the same in all.
 */
final class Items {

	private Items() {
	}

	static ByPlace statement(String file) {
		return ByPlace.of(text(file).replace("/* items */", text("items.sql"))
			.replace("/* names */", text("item-names.sql"))
			.replace("/* activities */", text("kept-activities.sql"))
			.replace("/* milestones */", text("kept-milestones.sql"))
			.replace("/* document */", text("item-document.sql")));
	}

	private static String text(String file) {
		return Statement.of(Items.class, file);
	}

}
