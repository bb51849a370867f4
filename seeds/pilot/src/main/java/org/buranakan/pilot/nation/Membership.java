package org.buranakan.pilot.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.buranakan.pilot.generate.Dice;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ReferenceRecorded;

/**
 * The agencies that take part, how often they are to report, and which of them have
 * fallen silent.
 */
final class Membership {

	static final String RULE = "agency-silent";

	private static final int OF_A_CENTRE = 14;

	private static final int OF_AN_OFFICE = 31;

	private final World world;

	private final String prefix;

	/** Days between reports, by agency. */
	private final Map<String, Integer> cadences = new LinkedHashMap<>();

	private final List<String> misdated = new ArrayList<>();

	private final List<ReferenceRecorded> mute = new ArrayList<>();

	Membership(World world, String prefix) {
		this.world = world;
		this.prefix = prefix;
		for (String province : world.country().provinces()) {
			this.cadences.put(Agencies.centre(prefix, province), OF_A_CENTRE);
			this.cadences.put(Agencies.zone(prefix, province), OF_AN_OFFICE);
			this.cadences.put(Agencies.region(prefix, province), 7);
		}
	}

	/** All that publish, in the order in which they joined. */
	List<String> agencies() {
		return List.copyOf(this.cadences.keySet());
	}

	Stream<ReferenceRecorded> reference() {
		return Stream.concat(this.cadences.keySet().stream().map(this::reference), this.mute.stream());
	}

	/** Decides how long each has been silent, and lets some join that say nothing. */
	void tell() {
		int turn = 0;
		for (Map.Entry<String, Integer> agency : this.cadences.entrySet()) {
			if (turn % 11 == 3) {
				tellOfSilence(agency.getKey(), agency.getValue());
			}
			else {
				tellOfSpeech(agency.getKey(), agency.getValue());
			}
			if (turn % 16 == 1) {
				tellOfWhoJoined(turn);
			}
			turn++;
		}
	}

	/** One in ten of the silent ones once mistook the year. */
	void publish() {
		for (String agency : this.misdated) {
			this.world.begin("the agency is silent, and one of its records bears next year's date");
			this.world.publish(
					this.world.papers()
						.complaints(agency, this.world.country().provinces().getFirst(), World.TODAY.minusDays(40), 5),
					World.TODAY.plusYears(1));
		}
	}

	private void tellOfSilence(String agency, int cadence) {
		Dice dice = this.world.dice();
		LocalDate last = World.TODAY.minusDays(cadence + 1L + dice.below(60));
		begin(agency, "the agency has been silent since " + last + " and is to report every " + cadence + " days");
		this.world.speaksUntil(agency, last);
		this.world.truth(RULE, agency);
		if (dice.inHundred(10)) {
			this.misdated.add(agency);
		}
	}

	private void tellOfSpeech(String agency, int cadence) {
		boolean just = this.world.dice().inHundred(30);
		LocalDate last = World.TODAY.minusDays(just ? cadence : this.world.dice().below(cadence));
		begin(agency, "the agency spoke on " + last + " and is to report every " + cadence + " days");
		this.world.speaksUntil(agency, last);
	}

	/**
	 * Nothing was ever heard of them: of one since long, of the other it is no wonder.
	 */
	private void tellOfWhoJoined(int turn) {
		String old = this.prefix + "office-" + turn;
		begin(old, "the agency never published anything");
		this.world.truth(RULE, old);
		this.mute.add(reference(old, OF_AN_OFFICE));
		String young = this.prefix + "new-office-" + turn;
		begin(young, "the agency joined last week and has not published anything yet");
		ReferenceRecorded joined = reference(young, OF_AN_OFFICE);
		this.mute.add(ReferenceRecorded.newBuilder(joined).setValidFrom(World.TODAY.minusDays(7)).build());
	}

	private void begin(String agency, String story) {
		this.world.begin(story);
		this.world.note(agency);
	}

	private ReferenceRecorded reference(String agency) {
		return reference(agency, this.cadences.getOrDefault(agency, OF_AN_OFFICE));
	}

	private static ReferenceRecorded reference(String agency, int cadence) {
		return Papers.reference("agency", agency, new LocalizedText("หน่วยงาน " + agency, "Agency " + agency),
				Map.of("kind", "generated", "cadenceDays", Integer.toString(cadence)));
	}

}
