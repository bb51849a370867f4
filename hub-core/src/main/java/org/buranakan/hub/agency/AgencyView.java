package org.buranakan.hub.agency;

import java.time.Instant;

import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * An agency and what the hub heard of it.
 *
 * @param kind of reference, null where that says none
 * @param cadenceDays at most so many days are expected between two events, null where
 * reference sets none
 * @param lastHeardAt when its newest record was published, null before the first
 * @param events of all its logs; received = applied + stale + rejected
 * @param refusals source rows that its connector refused and that are still open; null as
 * of a cut, for they are not kept
 * @param state as of a cut never parked: what was heard until then alone decides
 */
record AgencyView(String id, Text name, @Nullable String kind, @Nullable Integer cadenceDays,
		@Nullable Instant lastHeardAt, Events events, @Nullable Long refusals, State state) {

	record Events(long received, long applied, long stale, long rejected) {

	}

	/**
	 * Running; or at least one of its logs is parked and waits for an operator; or
	 * nothing was heard for longer than its cadence, by the clock on the wall: events are
	 * sent now, whatever their business date.
	 */
	enum State {

		RUNNING, PARKED, SILENT

	}

}
