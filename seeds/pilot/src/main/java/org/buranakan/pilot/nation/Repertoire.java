package org.buranakan.pilot.nation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.buranakan.pilot.generate.Dice;

/** Stories, some told more often than others; each is told of a province. */
final class Repertoire {

	private final List<Consumer<String>> stories = new ArrayList<>();

	/** Tells it so many times in as many as all have together. */
	Repertoire with(int times, Consumer<String> story) {
		for (int turn = 0; turn < times; turn++) {
			this.stories.add(story);
		}
		return this;
	}

	void tell(String province, Dice dice) {
		dice.oneOf(this.stories).accept(province);
	}

}
