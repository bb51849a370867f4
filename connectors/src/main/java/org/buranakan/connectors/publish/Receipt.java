package org.buranakan.connectors.publish;

import java.util.List;

import org.buranakan.connectors.mapping.Refusal;

/** What became of a submission, durably. */
public sealed interface Receipt {

	/**
	 * The topics say so now.
	 *
	 * @param events how many were published
	 */
	record Applied(int events) implements Receipt {
	}

	/** The topics said so already. */
	record Unchanged() implements Receipt {
	}

	/** Refused, and recorded as such. */
	record Refused(List<Refusal> refusals) implements Receipt {
	}

	/** What became of it in two attempts, of which this was the second. */
	default Receipt after(Receipt first) {
		if (first instanceof Applied(int before)) {
			return switch (this) {
				case Applied(int events) -> new Applied(Math.max(before, events));
				case Unchanged() -> first;
				case Refused refused -> refused;
			};
		}
		return this;
	}

}
