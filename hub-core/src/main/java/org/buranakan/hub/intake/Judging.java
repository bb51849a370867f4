package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.buranakan.schemas.registry.RegistryException;

/**
 * A batch judged log by log: a log with a record that cannot be judged ends before it,
 * and the other logs go on.
 *
 * @param judged in the order of each log
 * @param stuck the first record of a log that cannot be judged
 */
record Judging(List<Judged> judged, Map<Log, Stuck> stuck) {

	/**
	 * Judges the records.
	 * @throws RegistryException while the registry cannot be asked, which is an outage
	 * for all of them
	 */
	static Judging of(List<Arrival> arrivals, Function<Arrival, Judgement> judge) {
		List<Judged> judged = new ArrayList<>(arrivals.size());
		Map<Log, Stuck> stuck = new LinkedHashMap<>();
		for (Arrival arrival : arrivals) {
			if (!stuck.containsKey(arrival.log())) {
				try {
					judged.add(new Judged(arrival, judge.apply(arrival)));
				}
				catch (RegistryException ex) {
					throw ex;
				}
				catch (RuntimeException | Error ex) {
					stuck.put(arrival.log(), new Stuck(arrival.offset(), ex));
				}
			}
		}
		return new Judging(judged, stuck);
	}

}
