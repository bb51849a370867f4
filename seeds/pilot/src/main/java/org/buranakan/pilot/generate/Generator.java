package org.buranakan.pilot.generate;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.PilotData;

/**
 * Events of the pilot's agencies, of any number and seed; the same for the same
 * arguments. They are made as they are read, so memory does not grow with their number.
 */
public final class Generator {

	private static final int MOST_REVISIONS = 4;

	private final List<String> agencies;

	private final long size;

	private final long seed;

	private final Disturbance disturbance;

	private final Composition composition;

	/** A generator of so many events in all, spread evenly over the pilot's agencies. */
	public Generator(long size, long seed) {
		this(size, seed, Disturbance.NONE);
	}

	/** The same with disturbances, which add to the size. */
	public Generator(long size, long seed, Disturbance disturbance) {
		if (size < 0 || seed < 0) {
			throw new IllegalArgumentException("Neither size nor seed may be negative: " + size + ", " + seed);
		}
		PilotData pilot = new PilotData();
		this.agencies = pilot.agencies();
		this.size = size;
		this.seed = seed;
		this.disturbance = disturbance;
		this.composition = new Composition(new Vocabulary(pilot));
	}

	/** The agencies that publish, in the order of the reference data. */
	public List<String> agencies() {
		return this.agencies;
	}

	/** What one agency publishes, in the order in which it does, all families mixed. */
	public Stream<SpecificRecord> events(String agency) {
		int place = this.agencies.indexOf(agency);
		if (place < 0) {
			throw new IllegalArgumentException("Not an agency of the pilot: " + agency);
		}
		long share = this.size / this.agencies.size() + ((place < this.size % this.agencies.size()) ? 1 : 0);
		Iterator<Step> log = steps(agency).limit(share).iterator();
		Iterator<Step> sent = new DisturbedLog(log, this.disturbance, new Entity(this.seed, agency, 0).dice(7));
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(sent, Spliterator.ORDERED), false)
			.map(this.composition::compose);
	}

	/** What all agencies publish, one agency after the other. */
	public Stream<SpecificRecord> events() {
		return this.agencies.stream().flatMap(this::events);
	}

	/** Block by block: the first revisions of all its entities, then the second ones. */
	private Stream<Step> steps(String agency) {
		return LongStream.iterate(0, (first) -> first + Entity.BLOCK).boxed().flatMap((first) -> block(agency, first));
	}

	private Stream<Step> block(String agency, long first) {
		List<Entity> entities = IntStream.range(0, Entity.BLOCK)
			.mapToObj((place) -> new Entity(this.seed, agency, first + place))
			.toList();
		return IntStream.rangeClosed(1, MOST_REVISIONS)
			.boxed()
			.flatMap((revision) -> entities.stream()
				.filter((entity) -> entity.revisions() >= revision)
				.map((entity) -> new Step(entity, revision, 0)));
	}

}
