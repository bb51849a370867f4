package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.record.SourceRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every kind of source keeps: content is published once however often it is read,
 * and a bad row is refused and hurts nobody.
 */
abstract class SourceConformance {

	private static final int MANY = 3000;

	@TempDir
	private Path folder;

	private JoinedAgency agency;

	private RunningConnector connector;

	/** The source's line in a profile. */
	abstract String origin();

	/** What else the connector is told. */
	Map<String, Object> settings(JoinedAgency joined) {
		return Map.of();
	}

	/**
	 * Lets the agency's system hold these entries and returns once the connector has
	 * taken them.
	 */
	abstract void offer(JoinedAgency joined, RunningConnector running, List<Entry> entries) throws IOException;

	/** Lets the agency's system hold these entries and returns at once. */
	abstract void begin(JoinedAgency joined, RunningConnector running, List<Entry> entries) throws IOException;

	/** The agency has left, and its connector has ended. */
	void left(JoinedAgency joined) {
	}

	@BeforeEach
	void join() throws IOException {
		this.agency = new JoinedAgency(this.folder, origin());
		this.connector = start();
	}

	@AfterEach
	void leave() {
		this.connector.close();
		left(this.agency);
	}

	@Test
	void contentIsPublishedOnceAndAgainOnlyWhenItChanges() throws IOException {
		// Given
		List<Entry> entries = Entry.good(3);
		offer(this.agency, this.connector, entries);
		assertThat(this.agency.published()).extracting(ActivityRecorded::getRevision).containsExactly(1L, 1L, 1L);
		// When
		List<Entry> changed = new ArrayList<>(entries);
		changed.set(1, entries.get(1).titled("อบรมที่เปลี่ยนชื่อ"));
		offer(this.agency, this.connector, changed);
		// Then
		assertThat(this.agency.published()).hasSize(4)
			.last()
			.satisfies((event) -> assertThat(event.getEntityId()).isEqualTo(this.agency.id() + ":A-2"))
			.satisfies((event) -> assertThat(event.getRevision()).isEqualTo(2))
			.satisfies((event) -> assertThat(event.getTitle().getTh()).isEqualTo("อบรมที่เปลี่ยนชื่อ"));
	}

	@Test
	void theSameAgainPublishesNothingNotEvenAfterARestart() throws IOException {
		// Given
		List<Entry> entries = new ArrayList<>(Entry.good(3));
		entries.add(Entry.good("A-4").in("999999"));
		offer(this.agency, this.connector, entries);
		offer(this.agency, this.connector, entries);
		// When
		this.connector.close();
		this.connector = start();
		offer(this.agency, this.connector, entries);
		// Then
		assertThat(this.agency.published()).hasSize(3);
		assertThat(this.agency.refused()).hasSize(1);
	}

	@Test
	void aBadRowIsRefusedWithPlaceReasonAndRemedyAndHurtsNoNeighbour() throws IOException {
		// When
		offer(this.agency, this.connector, List.of(Entry.good("A-1"), Entry.good("A-2").in("999999"), Entry.good("A-3"),
				Entry.good("A-4").on("24/01/2656"), Entry.good("A-5")));
		// Then
		assertThat(this.agency.published()).extracting(ActivityRecorded::getEntityId)
			.containsExactly(this.agency.id() + ":A-1", this.agency.id() + ":A-3", this.agency.id() + ":A-5");
		assertThat(this.agency.refused()).extracting(SourceRefused::getCode)
			.containsExactly("area-unknown", "year-impossible");
		assertThat(this.agency.refused()).extracting(SourceRefused::getOffered).containsExactly("999999", "24/01/2656");
		assertThat(this.agency.refused()).allSatisfy((refusal) -> {
			assertThat(refusal.getSource().getPlace()).isNotBlank();
			assertThat(refusal.getField()).isNotBlank();
			assertThat(refusal.getReason().getTh()).isNotBlank().doesNotContain(String.valueOf(refusal.getOffered()));
			assertThat(refusal.getReason().getEn()).isNotBlank().doesNotContain(String.valueOf(refusal.getOffered()));
			assertThat(refusal.getRemedy().getTh()).isNotBlank();
			assertThat(refusal.getRemedy().getEn()).isNotBlank();
		});
	}

	@Test
	void aMendedRowIsPublishedAndItsRefusalResolved() throws IOException {
		// Given
		offer(this.agency, this.connector, List.of(Entry.good("A-1"), Entry.good("A-2").in("999999")));
		// When
		offer(this.agency, this.connector, List.of(Entry.good("A-1"), Entry.good("A-2")));
		// Then
		assertThat(this.agency.published()).extracting(ActivityRecorded::getEntityId)
			.containsExactly(this.agency.id() + ":A-1", this.agency.id() + ":A-2");
		assertThat(this.agency.refused()).extracting(SourceRefused::getResolved).containsExactly(false, true);
	}

	@Test
	void killedBetweenReadingAndAcknowledgementItPublishesNoContentTwice() throws IOException {
		// Given
		this.connector.close();
		this.connector = RunningConnector.startProcess(allSettings());
		List<Entry> entries = Entry.good(MANY);
		begin(this.agency, this.connector, entries);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(5))
			.until(() -> !this.agency.published().isEmpty());
		// When
		this.connector.kill();
		this.connector = start();
		offer(this.agency, this.connector, entries);
		// Then
		List<ActivityRecorded> published = this.agency.published();
		assertThat(published).extracting(ActivityRecorded::getEntityId).hasSize(MANY).doesNotHaveDuplicates();
		assertThat(published).extracting(ActivityRecorded::getRevision).containsOnly(1L);
	}

	private RunningConnector start() throws IOException {
		return RunningConnector.start(allSettings());
	}

	private Map<String, Object> allSettings() {
		Map<String, Object> settings = new HashMap<>(this.agency.settings());
		settings.putAll(settings(this.agency));
		return settings;
	}

}
