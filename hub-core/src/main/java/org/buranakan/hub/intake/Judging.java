package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.buranakan.schemas.registry.RegistryException;

/**
 * A batch judged log by log: a log with a record that cannot be judged ends before it,
 * and the other logs go on.
 *
 * @param judged in the order of each log
 * @param stuck the first record of a log that cannot be judged
 */
record Judging(List<Judged> judged, Map<Log, Stuck> stuck) {

	/** Fewer records are sooner judged than shared out. */
	private static final int LEAST = 500;

	/**
	 * Judges the records.
	 * @param judges each takes a share of the records, at the same time
	 * @throws RegistryException while the registry cannot be asked, which is an outage
	 * for all of them
	 */
	static Judging of(List<Arrival> arrivals, List<Judge> judges) {
		List<Judged> judged = new ArrayList<>(arrivals.size());
		Map<Log, Stuck> stuck = new LinkedHashMap<>();
		for (Verdict verdict : verdicts(arrivals, judges)) {
			switch (verdict) {
				case Verdict.Outage(var outage) -> throw outage;
				case Verdict.Of(var arrival, var judgement) -> {
					if (!stuck.containsKey(arrival.log())) {
						judged.add(new Judged(arrival, judgement));
					}
				}
				case Verdict.Failed(var arrival, var cause) ->
					stuck.putIfAbsent(arrival.log(), new Stuck(arrival.offset(), cause));
			}
		}
		return new Judging(judged, stuck);
	}

	/** In the order of the arrivals: a record is judged on nothing but itself. */
	private static List<Verdict> verdicts(List<Arrival> arrivals, List<Judge> judges) {
		int share = Math.max(LEAST, Math.ceilDiv(arrivals.size(), judges.size()));
		return IntStream.range(0, Math.ceilDiv(arrivals.size(), share))
			.parallel()
			.mapToObj((turn) -> verdicts(arrivals.subList(turn * share, Math.min((turn + 1) * share, arrivals.size())),
					judges.get(turn)))
			.flatMap(List::stream)
			.toList();
	}

	private static List<Verdict> verdicts(List<Arrival> share, Judge judge) {
		List<Verdict> verdicts = new ArrayList<>(share.size());
		for (Arrival arrival : share) {
			try {
				verdicts.add(new Verdict.Of(arrival, judge.judge(arrival)));
			}
			// Not thrown before all shares have ended: a judge has no two records at
			// once.
			catch (RegistryException outage) {
				verdicts.add(new Verdict.Outage(outage));
				return verdicts;
			}
			catch (RuntimeException | Error ex) {
				verdicts.add(new Verdict.Failed(arrival, ex));
			}
		}
		return verdicts;
	}

	/** What a judge said of a record, or threw. */
	private sealed interface Verdict {

		record Of(Arrival arrival, Judgement judgement) implements Verdict {

		}

		record Failed(Arrival arrival, Throwable cause) implements Verdict {

		}

		/** The rest of the share was not judged. */
		record Outage(RegistryException cause) implements Verdict {

		}

	}

}
