package org.buranakan.hub.guarantee;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.generate.Disturbance;

/**
 * What several agencies publish, of all families, as it follows from a seed: with copies,
 * late records, contradicting ones, copies of the very first ones, and poison.
 */
final class Workload {

	/** So many that no campaign comes to the end. */
	private static final long EVENTS = 300_000;

	private static final Disturbance DISTURBED = new Disturbance(30, 30, 30);

	private static final int REMEMBERED = 300;

	private final Agencies agencies;

	private final Random chance;

	private final Map<String, Iterator<SpecificRecord>> streams = new LinkedHashMap<>();

	private final Map<String, List<Poison.Dose>> poison = new LinkedHashMap<>();

	private final List<SpecificRecord> old = new ArrayList<>();

	Workload(Agencies agencies, long seed) {
		this.agencies = agencies;
		this.chance = new Random(seed);
		for (String agency : agencies.names()) {
			this.streams.put(agency,
					Renamed.events(agency, EVENTS, Math.floorMod(this.chance.nextLong(), 1_000_000L), DISTURBED)
						.iterator());
			this.poison.put(agency, Poison.ofEveryKind(agencies, new Published(agencies, agency), this.chance));
		}
	}

	/** Publishes that many events, with what else comes between them. */
	void publish(int events) {
		for (int event = 0; event < events; event++) {
			publishNext();
			if (this.chance.nextInt(80) == 0) {
				publishPoison();
			}
			if (this.chance.nextInt(80) == 0) {
				this.agencies.publish(this.old.get(this.chance.nextInt(this.old.size())));
			}
		}
		this.agencies.flush();
	}

	/** Publishes good events, and one that is none among so many. */
	void publish(int events, int perPoison) {
		for (int event = 1; event <= events; event++) {
			publishNext();
			if (event % perPoison == 0) {
				publishPoison();
			}
		}
		this.agencies.flush();
	}

	/** Publishes nothing but poison. */
	void poison(int records) {
		for (int record = 0; record < records; record++) {
			publishPoison();
		}
		this.agencies.flush();
	}

	/** Publishes the first records of all once more. */
	void repeatTheFirst() {
		this.old.forEach(this.agencies::publish);
		this.agencies.flush();
	}

	/** One of the agencies. */
	String anyAgency() {
		List<String> names = List.copyOf(this.streams.keySet());
		return names.get(this.chance.nextInt(names.size()));
	}

	private void publishNext() {
		Iterator<SpecificRecord> stream = this.streams.getOrDefault(anyAgency(), List.<SpecificRecord>of().iterator());
		SpecificRecord event = stream.next();
		if (this.old.size() < REMEMBERED) {
			this.old.add(event);
		}
		this.agencies.publish(event);
	}

	private void publishPoison() {
		List<Poison.Dose> kinds = this.poison.getOrDefault(anyAgency(), List.of());
		this.agencies.publish(kinds.get(this.chance.nextInt(kinds.size())));
	}

}
