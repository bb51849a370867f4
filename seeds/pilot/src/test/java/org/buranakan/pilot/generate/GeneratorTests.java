package org.buranakan.pilot.generate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.PilotData;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratorTests {

	private static final int SIZE = 7_000;

	@Test
	void sameSizeAndSeedGiveTheSameEvents() {
		assertThat(new Generator(SIZE, 1).events()).containsExactlyElementsOf(new Generator(SIZE, 1).events().toList());
	}

	@Test
	void anotherSeedGivesOtherEvents() {
		Set<String> ids = new HashSet<>(new Generator(SIZE, 1).events().map((e) -> Envelope.of(e).entityId()).toList());
		assertThat(new Generator(SIZE, 2).events()).noneMatch((e) -> ids.contains(Envelope.of(e).entityId()));
	}

	@Test
	void theSizeIsTheNumberOfEventsOfAllAgencies() {
		Generator generator = new Generator(1_003, 1);
		assertThat(generator.agencies()).hasSize(7);
		assertThat(generator.events()).hasSize(1_003);
		assertThat(generator.events("codi")).hasSize(144);
		assertThat(generator.events("pacoc-23")).hasSize(143);
	}

	@Test
	void everyAgencyPublishesAllFamiliesInItsOwnName() {
		Generator generator = new Generator(SIZE, 1);
		assertThat(generator.agencies()).allSatisfy((agency) -> {
			List<Envelope> envelopes = generator.events(agency).map(Envelope::of).toList();
			assertThat(envelopes).extracting(Envelope::agency).containsOnly(agency);
			assertThat(envelopes).extracting(Envelope::family).contains(Family.values());
		});
	}

	@Test
	void idsFollowFromAgencyFamilyEntityAndRevision() {
		assertThat(new Generator(SIZE, 1).events().map(Envelope::of)).allSatisfy((envelope) -> {
			EntityId entity = EntityId.parse(envelope.entityId()).orElseThrow();
			assertThat(entity.agency().value()).isEqualTo(envelope.agency());
			assertThat(envelope.eventId())
				.isEqualTo(EventId.of(envelope.family(), entity, envelope.revision()).value());
		});
	}

	@Test
	void revisionsCountFromOneWithoutGapAndEachSaysSomethingNew() {
		Map<String, SpecificRecord> latest = new HashMap<>();
		new Generator(SIZE, 1).events().forEach((event) -> {
			Envelope envelope = Envelope.of(event);
			SpecificRecord before = latest.put(envelope.entityId(), event);
			assertThat(envelope.revision()).isEqualTo((before != null) ? Envelope.of(before).revision() + 1 : 1);
			assertThat(envelope.family() == Family.BUDGET && before != null).isFalse();
		});
		assertThat(latest.values()).extracting((event) -> Envelope.of(event).revision()).contains(1L, 2L, 3L, 4L);
	}

	@Test
	void onlyCodesOfTheReferenceDataAreUsedAndAllProvincesAre() {
		Set<String> known = new HashSet<>(new PilotData().reference()
			.stream()
			.filter((entry) -> entry.getKind().equals("area"))
			.map(ReferenceRecorded::getCode)
			.toList());
		Set<String> used = new TreeSet<>();
		new Generator(SIZE, 1).events().forEach((event) -> {
			switch (event) {
				case ActivityRecorded activity -> used.addAll(activity.getAreas());
				case BudgetPosted posting -> used.add(posting.getArea());
				case ComplaintCounted count -> used.add(count.getArea());
				default -> {
				}
			}
		});
		assertThat(known).containsAll(used);
		assertThat(used).extracting((code) -> code.substring(0, 2)).contains("11", "19", "20", "23");
	}

	@Test
	void everyFieldOfEveryFamilyIsFilledSomewhere() {
		Set<String> filled = new TreeSet<>();
		new Generator(SIZE, 1).events()
			.forEach((event) -> event.getSchema()
				.getFields()
				.stream()
				.filter((field) -> isFilled(event.get(field.pos())))
				.forEach((field) -> filled.add(event.getSchema().getName() + "." + field.name())));
		assertThat(filled).containsAll(Arrays.stream(Family.values())
			.map(Family::schema)
			.flatMap((schema) -> schema.getFields().stream().map((field) -> schema.getName() + "." + field.name()))
			.toList());
	}

	@Test
	void reversalsTakeBackTheSameMoneyInTheSamePlaceAndPhase() {
		Map<String, BudgetPosted> postings = new HashMap<>();
		new Generator(SIZE, 1).events()
			.filter(BudgetPosted.class::isInstance)
			.map(BudgetPosted.class::cast)
			.forEach((posting) -> postings.put(posting.getEntityId(), posting));
		assertThat(postings.values().stream().filter((posting) -> posting.getReverses() != null)).isNotEmpty()
			.allSatisfy((reversal) -> {
				BudgetPosted original = Objects.requireNonNull(postings.get(reversal.getReverses()));
				assertThat(reversal.getAmountSatang()).isEqualTo(-original.getAmountSatang());
				assertThat(reversal.getArea()).isEqualTo(original.getArea());
				assertThat(reversal.getPhase()).isEqualTo(original.getPhase());
			});
	}

	@Test
	void disturbancesAddCopiesLateAndContradictingRecords() {
		Disturbance disturbance = new Disturbance(20, 100, 20);
		List<SpecificRecord> good = new Generator(SIZE, 1).events("codi").toList();
		List<SpecificRecord> disturbed = new Generator(SIZE, 1, disturbance).events("codi").toList();
		assertThat(disturbed).containsAll(good).hasSizeGreaterThan(good.size() + 20);
		assertThat(disturbed).containsExactlyElementsOf(new Generator(SIZE, 1, disturbance).events("codi").toList());
		Map<Object, Set<SpecificRecord>> contents = new HashMap<>();
		disturbed.forEach(
				(event) -> contents.computeIfAbsent(Envelope.of(event).eventId(), (id) -> new HashSet<>()).add(event));
		assertThat(contents.values()).extracting(Set::size).contains(2);
		assertThat(goesBackwards(disturbed)).isTrue();
		assertThat(goesBackwards(good)).isFalse();
	}

	private static boolean isFilled(@Nullable Object value) {
		return value != null && !(value instanceof List<?> list && list.isEmpty());
	}

	private static boolean goesBackwards(List<SpecificRecord> log) {
		Map<String, Long> highest = new HashMap<>();
		return log.stream().map(Envelope::of).anyMatch((envelope) -> {
			Long before = highest.merge(envelope.entityId(), envelope.revision(), Math::max);
			return before > envelope.revision();
		});
	}

}
