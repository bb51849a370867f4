package org.buranakan.pilot.nation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.PilotData;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.jspecify.annotations.Nullable;

/**
 * A nation of agencies, with what is so in it and what they publish; the same for the
 * same arguments. It is told once: reference first, then events, and then what was true.
 */
public final class Nation {

	private final int events;

	private final World world;

	private final Membership membership;

	private final Consumer<String> noise;

	private final List<Repertoire> stories;

	/**
	 * A nation that publishes about so many events, from which it is told.
	 * @param prefix what every agency's name begins with
	 * @param provinces from 1 to 77, in the order of their codes
	 * @param sink takes each event as it is published
	 */
	public Nation(String prefix, int provinces, int events, long seed, Consumer<SpecificRecord> sink) {
		this.events = events;
		this.world = new World(new Country(provinces), prefix, seed, sink);
		this.membership = new Membership(this.world, prefix);
		this.noise = new Noise(this.world)::tell;
		this.stories = stories(this.world);
		this.membership.tell();
	}

	private static List<Repertoire> stories(World world) {
		OverlapStories overlaps = new OverlapStories(world);
		PlanStories plans = new PlanStories(world);
		AgreementStories agreements = new AgreementStories(world);
		BlockedStories blocked = new BlockedStories(world);
		LineStories lines = new LineStories(world);
		RushStories rush = new RushStories(world);
		PurchaseStories purchases = new PurchaseStories(world);
		FundingStories funding = new FundingStories(world);
		return List.of(overlaps.truths(), overlaps.nearMisses(), overlaps.truths(), overlaps.nearMisses(),
				plans.lateMilestones(), plans.milestonesInTime(), plans.unknownPlans(), plans.knownPlans(),
				agreements.truths(), agreements.nearMisses(), blocked.truths(), blocked.nearMisses(), lines.over(),
				lines.within(), lines.tooSoon(), lines.inOrder(), rush.truths(), rush.nearMisses(), purchases.truths(),
				purchases.nearMisses(), funding.truths(), funding.nearMisses());
	}

	/** The agencies that publish. */
	public List<String> agencies() {
		return this.membership.agencies();
	}

	/** Its areas and agencies, and the pilot's lists. */
	public List<ReferenceRecorded> reference() {
		Map<String, ReferenceRecorded> data = new TreeMap<>();
		Stream.of(pilotLists(), this.world.country().reference(), this.membership.reference())
			.flatMap((some) -> some)
			.forEach((datum) -> data.put(datum.getKind() + "/" + datum.getCode(), datum));
		return List.copyOf(data.values());
	}

	private static Stream<ReferenceRecorded> pilotLists() {
		return new PilotData().reference()
			.stream()
			.filter((datum) -> !List.of("area", "agency").contains(datum.getKind()));
	}

	/** The day on which all of it stands. */
	public LocalDate today() {
		return World.TODAY;
	}

	/** Everything that its agencies publish. */
	public void tell() {
		this.membership.publish();
		List<String> provinces = this.world.country().provinces();
		GapStories gaps = new GapStories(this.world);
		Repertoire committees = new ProvinceStories(this.world).committees();
		for (String province : provinces) {
			gaps.tell(province);
			committees.tell(province, this.world.dice());
		}
		for (int turn = 0; this.world.published() < this.events; turn++) {
			String province = provinces.get(turn % provinces.size());
			this.noise.accept(province);
			this.world.dice().oneOf(this.stories).tell(province, this.world.dice());
		}
		this.world.end();
	}

	/** What is so, once it is told. */
	public List<Truth> truths() {
		return this.world.truths();
	}

	/**
	 * What was told of an activity, plan, posting, area or agency, or of a budget line as
	 * {@code <agency>:<line>}.
	 */
	public @Nullable String story(String code) {
		return this.world.story(code);
	}

}
