package org.buranakan.hub.actionplan;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.buranakan.hub.view.Blocked;
import org.buranakan.hub.view.PhaseAmount;
import org.buranakan.schemas.event.BudgetPhase;
import org.jspecify.annotations.Nullable;

/**
 * The sums of the items that were written so far. Money is counted with the activity that
 * it is posted to, whoever reports that; where several agencies report one activity, it
 * and its people count once: with the item that is {@linkplain ActionItem#counted()
 * counted}.
 */
final class Totals {

	/** Nobody is expected there any more. */
	private static final Set<String> OFF = Set.of("CANCELLED", "WITHDRAWN");

	private final Map<BudgetPhase, Long> money = new EnumMap<>(BudgetPhase.class);

	private long items;

	private long activities;

	private long participantsTarget;

	private long participants;

	private long blocked;

	void add(ActionItem item) {
		this.items++;
		if (item.counted()) {
			this.activities++;
			this.participantsTarget += (item.participantsTarget() != null && !OFF.contains(item.status()))
					? item.participantsTarget() : 0;
			this.participants += (item.participants() != null) ? item.participants() : 0;
		}
		item.money()
			.forEach((amount) -> this.money.merge(BudgetPhase.valueOf(amount.phase()), amount.amountSatang(),
					Math::addExact));
		Long held = blocked(item);
		this.blocked = Math.addExact(this.blocked, (held != null) ? held : 0);
	}

	long items() {
		return this.items;
	}

	/** However many agencies report each. */
	long activities() {
		return this.activities;
	}

	long participantsTarget() {
		return this.participantsTarget;
	}

	long participants() {
		return this.participants;
	}

	long blocked() {
		return this.blocked;
	}

	/** In satang. */
	long amount(BudgetPhase phase) {
		return this.money.getOrDefault(phase, 0L);
	}

	/** In satang; null where the item has no money of the phase. */
	static @Nullable Long amount(ActionItem item, BudgetPhase phase) {
		return item.money()
			.stream()
			.filter((amount) -> amount.phase().equals(phase.name()))
			.map(PhaseAmount::amountSatang)
			.findFirst()
			.orElse(null);
	}

	/** In satang; null where nothing of the item's money is held. */
	static @Nullable Long blocked(ActionItem item) {
		return item.blocked().isEmpty() ? null : item.blocked().stream().mapToLong(Blocked::amountSatang).sum();
	}

}
