package org.buranakan.pilot.generate;

import java.util.List;
import java.util.SplittableRandom;

/** Repeatable chance: the same throws for the same seed. */
public final class Dice {

	private final SplittableRandom random;

	public Dice(long seed) {
		this.random = new SplittableRandom(seed);
	}

	/** From 0, exclusive of the bound. */
	public int below(int bound) {
		return this.random.nextInt(bound);
	}

	public boolean inHundred(int share) {
		return below(100) < share;
	}

	boolean inThousand(int share) {
		return below(1000) < share;
	}

	public <T> T oneOf(List<T> choices) {
		return choices.get(below(choices.size()));
	}

	/** Some of the choices, no two alike, in their order. */
	public <T> List<T> someOf(List<T> choices, int howMany) {
		int from = below(Math.max(1, choices.size() - howMany + 1));
		return choices.subList(from, Math.min(choices.size(), from + howMany));
	}

}
