package org.buranakan.pilot.nation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.avro.data.RecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Dice;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;

/**
 * The nation as it is: who acts in it, what is so, and the way from there to what is
 * published. Events come out late and in another order than they happened.
 */
final class World {

	static final LocalDate TODAY = PilotData.BUSINESS_DATE;

	/** Kinds of activity that agencies do in tambons. */
	static final List<String> KINDS = List.of("training", "area-visit", "campaign-camp", "citizens-forum",
			"knowledge-review", "committee-appointed", "plan-drafting", "complaint-channel", "mechanism");

	private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

	/** Events that wait for others to come out before them. */
	private static final int WAITING = 400;

	private final Country country;

	private final Dice dice;

	private final Random order;

	private final String prefix;

	private final Consumer<SpecificRecord> sink;

	private final Papers papers = new Papers();

	private final Calendar calendar = new Calendar();

	private final List<SpecificRecord> waiting = new ArrayList<>();

	private final Map<String, LocalDate> lastWords = new LinkedHashMap<>();

	private final Set<String> leftAlone = new HashSet<>();

	private final List<Truth> truths = new ArrayList<>();

	private final Map<String, String> stories = new HashMap<>();

	private String story = "";

	private long published;

	World(Country country, String prefix, long seed, Consumer<SpecificRecord> sink) {
		this.country = country;
		this.prefix = prefix;
		this.dice = new Dice(seed);
		this.order = new Random(seed);
		this.sink = sink;
	}

	Country country() {
		return this.country;
	}

	Dice dice() {
		return this.dice;
	}

	Papers papers() {
		return this.papers;
	}

	/**
	 * The centre, the zone's office and the regional office of a province, in any order.
	 */
	List<String> agencies(String province) {
		List<String> agencies = new ArrayList<>(Agencies.of(this.prefix, province));
		Collections.shuffle(agencies, this.order);
		return agencies;
	}

	/** What an agency tells of was so on that day at the latest. */
	void speaksUntil(String agency, LocalDate day) {
		this.lastWords.put(agency, day);
	}

	/** A tambon where anything may happen. */
	String tambon(String province) {
		String tambon = this.dice.oneOf(this.country.tambons(province));
		while (this.leftAlone.contains(tambon)) {
			tambon = this.dice.oneOf(this.country.tambons(province));
		}
		return tambon;
	}

	/** Nothing that counts is to happen there but what a story tells. */
	void leaveAlone(String tambon) {
		this.leftAlone.add(tambon);
	}

	/**
	 * One of the agency's everyday activities there, on days on which nobody else does
	 * the same.
	 */
	ActivityRecorded.Builder ordinary(String agency, List<String> areas) {
		LocalDate from;
		LocalDate to;
		String kind;
		do {
			from = TODAY.plusDays(this.dice.below(280) - 120);
			to = from.plusDays(this.dice.below(3));
			kind = this.dice.oneOf(KINDS);
		}
		while (!take(agency, kind, areas, from, to));
		ActivityRecorded.Builder activity = this.papers.activity(agency, kind, areas, from, to);
		if (!from.isAfter(TODAY)) {
			activity.setStatus(to.isBefore(TODAY) ? ActivityStatus.DONE : ActivityStatus.ONGOING);
		}
		return activity;
	}

	/** A meeting of the whole province about one of the agency's plans. */
	ActivityRecorded.Builder meeting(String agency, String province, String plan) {
		LocalDate day;
		String kind;
		do {
			day = TODAY.plusDays(this.dice.below(200) - 100);
			kind = this.dice.oneOf(List.of("joint-meeting", "working-group", "lessons-review"));
		}
		while (!take(agency, kind, province, day, day));
		return this.papers.activity(agency, kind, List.of(province), day, day).setPlan(plan);
	}

	/**
	 * An activity in the province on these days, where nobody does the same then.
	 */
	ActivityRecorded.Builder planned(String agency, String province, LocalDate from, LocalDate to) {
		String tambon = tambon(province);
		String kind = this.dice.oneOf(KINDS);
		while (!take("the story of " + agency, kind, tambon, from, to)) {
			tambon = tambon(province);
			kind = this.dice.oneOf(KINDS);
		}
		return this.papers.activity(agency, kind, List.of(tambon), from, to);
	}

	private boolean take(String agency, String kind, List<String> areas, LocalDate from, LocalDate to) {
		return areas.stream().allMatch((area) -> take(agency, kind, area, from, to));
	}

	boolean take(String agency, String kind, String area, LocalDate from, LocalDate to) {
		return this.calendar.take(agency, kind, area, from, to);
	}

	/** What is published from now on is published of this. */
	void begin(String story) {
		this.story = story;
	}

	void truth(String rule, String... about) {
		this.truths.add(new Truth(rule, Set.of(about), this.story));
	}

	/** This belongs to the story, too. */
	void note(String code) {
		this.stories.put(code, this.story);
	}

	/** On some day of the agency's last quarter. */
	void publish(RecordBuilder<?>... papers) {
		for (RecordBuilder<?> paper : papers) {
			SpecificRecord event = (SpecificRecord) paper.build();
			String agency = (String) event.get(3);
			LocalDate last = Objects.requireNonNull(this.lastWords.get(agency), agency);
			send(event, last.minusDays(this.dice.below(90)));
		}
	}

	/** As of that day. */
	void publish(RecordBuilder<?> paper, LocalDate day) {
		send((SpecificRecord) paper.build(), day);
	}

	private void send(SpecificRecord event, LocalDate day) {
		EntityId id = EntityId.parse((String) event.get(0)).orElseThrow();
		Instant at = day.atTime(9, 0).atZone(BANGKOK).toInstant().plusSeconds(this.dice.below(20_000));
		this.published++;
		event.put(2, EventId.of(Family.of(event), id, (long) event.get(1)).value());
		event.put(4, at);
		event.put(5, at.plus(Duration.ofHours(1 + this.dice.below(100))));
		event.put(6, new Source(SourceKind.DIRECT, "nation", this.prefix + "nation", Long.toString(this.published)));
		note(id.toString());
		if (event instanceof BudgetPosted posting) {
			note(posting.getAgency() + ":" + posting.getBudgetLine());
		}
		this.waiting.add(event);
		if (this.waiting.size() > WAITING) {
			release();
		}
	}

	/** Lets out whatever still waits, each agency's last word among it. */
	void end() {
		begin("an agency's monthly count of complaints");
		this.lastWords.forEach((agency, day) -> publish(
				this.papers.complaints(agency, this.country.provinces().getFirst(), day, 1 + this.dice.below(20)),
				day));
		while (!this.waiting.isEmpty()) {
			release();
		}
	}

	long published() {
		return this.published;
	}

	List<Truth> truths() {
		return List.copyOf(this.truths);
	}

	/** What was told of an entity, area, agency or budget line. */
	@Nullable String story(String code) {
		return this.stories.get(code);
	}

	private void release() {
		int place = this.order.nextInt(this.waiting.size());
		Collections.swap(this.waiting, place, this.waiting.size() - 1);
		this.sink.accept(this.waiting.removeLast());
	}

}
