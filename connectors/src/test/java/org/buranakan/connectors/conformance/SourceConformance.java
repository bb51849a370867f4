package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.awaitility.Awaitility;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.record.SourceRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What every kind of source keeps with our connector: the topics say each thing once. */
abstract class SourceConformance extends Conformance {

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

	@Override
	protected void offer(List<Entry> entries) throws IOException {
		offer(this.agency, this.connector, entries);
	}

	@Override
	protected void startAgain() throws IOException {
		this.connector.close();
		this.connector = start();
	}

	@Override
	protected void breakOffIn(List<Entry> entries) throws IOException {
		this.connector.close();
		this.connector = RunningConnector.startProcess(allSettings());
		begin(this.agency, this.connector, entries);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(5))
			.until(() -> !this.agency.published().isEmpty());
		this.connector.kill();
		this.connector = start();
	}

	@Override
	protected int many() {
		return 3000;
	}

	@Override
	protected Map<String, Stated> stated() {
		Map<String, Stated> stated = new TreeMap<>();
		this.agency.published()
			.forEach((event) -> stated.put(event.getEntityId().substring(this.agency.id().value().length() + 1),
					new Stated(event.getRevision(), event.getTitle().getTh())));
		return stated;
	}

	/** Whatever stands in the topic was new when it was written. */
	@Override
	protected long effects() {
		return this.agency.published().size();
	}

	@Override
	protected List<Refused> refusals() {
		Map<String, SourceRefused> open = new LinkedHashMap<>();
		this.agency.refused().forEach((refusal) -> {
			String place = refusal.getSource().getPlace() + refusal.getField();
			if (refusal.getResolved()) {
				open.remove(place);
			}
			else {
				open.put(place, refusal);
			}
		});
		return open.values()
			.stream()
			.map((refusal) -> new Refused(refusal.getSource().getPlace(), text(refusal.getReason().getTh()),
					text(refusal.getReason().getEn()), text(refusal.getRemedy().getTh()),
					text(refusal.getRemedy().getEn())))
			.toList();
	}

	private static Optional<String> text(@Nullable String text) {
		return Optional.ofNullable(text);
	}

	@Test
	void everyBadRowIsRefusedOnceWithItsCodeAndWhatItOffered() throws IOException {
		// Given
		List<Entry> entries = List.of(Entry.good("A-1").in("999999"), Entry.bad("A-2"));
		// When
		offer(entries);
		offer(entries);
		// Then
		assertThat(this.agency.refused()).extracting(SourceRefused::getCode)
			.containsExactly("area-unknown", "year-impossible");
		assertThat(this.agency.refused()).extracting(SourceRefused::getOffered).containsExactly("999999", "24/01/2656");
		assertThat(this.agency.refused()).allSatisfy((refusal) -> {
			assertThat(refusal.getField()).isNotBlank();
			assertThat(refusal.getReason().getTh()).doesNotContain(String.valueOf(refusal.getOffered()));
			assertThat(refusal.getReason().getEn()).doesNotContain(String.valueOf(refusal.getOffered()));
		});
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
