package org.buranakan.connectors.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every way in which an agency publishes, with our connector or without:
 * content takes effect once however often it is offered, and a bad row is refused and
 * hurts nobody.
 */
public abstract class Conformance {

	/**
	 * What an entity was last stated to be, by the local part of its id.
	 *
	 * @param revision that took effect last
	 */
	public record Stated(long revision, String title) {
	}

	/** A refusal as the agency is told of it. */
	public record Refused(String place, Optional<String> reasonTh, Optional<String> reasonEn, Optional<String> remedyTh,
			Optional<String> remedyEn) {

		/** Whether an officer who reads either language knows what to do. */
		boolean isClear() {
			return !this.place.isBlank() && List.of(this.reasonTh, this.reasonEn, this.remedyTh, this.remedyEn)
				.stream()
				.allMatch((text) -> text.filter((words) -> !words.isBlank()).isPresent());
		}

	}

	/**
	 * Lets the agency's system hold these entries and returns once all of them have been
	 * dealt with.
	 */
	protected abstract void offer(List<Entry> entries) throws Exception;

	/** What publishes for the agency ends, and begins anew with what it finds. */
	protected abstract void startAgain() throws Exception;

	/**
	 * Lets the agency's system hold these entries, and cuts off what publishes them once
	 * some have been published.
	 */
	protected abstract void breakOffIn(List<Entry> entries) throws Exception;

	/** So many entries that some are not published yet when it is cut off. */
	protected abstract int many();

	/** What took effect, by the local part of the entity's id. */
	protected abstract Map<String, Stated> stated() throws Exception;

	/** How many events took effect. */
	protected abstract long effects() throws Exception;

	/** What is refused and not mended, each once. */
	protected abstract List<Refused> refusals() throws Exception;

	@Test
	void contentIsPublishedOnceAndAgainOnlyWhenItChanges() throws Exception {
		// Given
		List<Entry> entries = Entry.good(3);
		offer(entries);
		assertThat(stated().values()).extracting(Stated::revision).containsExactly(1L, 1L, 1L);
		// When
		List<Entry> changed = new ArrayList<>(entries);
		changed.set(1, entries.get(1).titled("อบรมที่เปลี่ยนชื่อ"));
		offer(changed);
		// Then
		assertThat(effects()).isEqualTo(4);
		assertThat(stated()).containsEntry("A-2", new Stated(2, "อบรมที่เปลี่ยนชื่อ"));
	}

	@Test
	void theSameAgainPublishesNothingNotEvenAfterARestart() throws Exception {
		// Given
		List<Entry> entries = new ArrayList<>(Entry.good(3));
		entries.add(Entry.bad("A-4"));
		offer(entries);
		offer(entries);
		// When
		startAgain();
		offer(entries);
		// Then
		assertThat(effects()).isEqualTo(3);
		assertThat(refusals()).hasSize(1);
	}

	@Test
	void aBadRowIsRefusedWithPlaceReasonAndRemedyAndHurtsNoNeighbour() throws Exception {
		// When
		offer(List.of(Entry.good("A-1"), Entry.bad("A-2"), Entry.good("A-3")));
		// Then
		assertThat(stated()).containsOnlyKeys("A-1", "A-3");
		assertThat(refusals()).hasSize(1).allMatch(Refused::isClear);
	}

	@Test
	void aMendedRowIsPublishedAndRefusedNoLonger() throws Exception {
		// Given
		offer(List.of(Entry.good("A-1"), Entry.bad("A-2")));
		// When
		offer(List.of(Entry.good("A-1"), Entry.good("A-2")));
		// Then
		assertThat(stated()).containsOnlyKeys("A-1", "A-2");
		assertThat(effects()).isEqualTo(2);
		assertThat(refusals()).isEmpty();
	}

	@Test
	void cutOffBetweenReadingAndAcknowledgementItPublishesNoContentTwice() throws Exception {
		// Given
		List<Entry> entries = Entry.good(many());
		// When
		breakOffIn(entries);
		offer(entries);
		// Then
		assertThat(effects()).isEqualTo(many());
		assertThat(stated().values().stream().collect(Collectors.groupingBy(Stated::revision, Collectors.counting())))
			.isEqualTo(Map.of(1L, (long) many()));
	}

}
