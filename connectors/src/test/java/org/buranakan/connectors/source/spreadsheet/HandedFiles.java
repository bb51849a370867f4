package org.buranakan.connectors.source.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.publish.Provenance;
import org.buranakan.connectors.publish.Rehearsal;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.connectors.reading.Offered;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.SourceKind;

/** An agency that hands in files of which each is all that it states. */
final class HandedFiles {

	/** Activities of three columns. */
	static final String ACTIVITIES = """
			agency: pacc-zone-1
			system: test
			era: buddhist
			sources:
			  - name: activities
			    file: "*"
			    sheet: "S*"
			    columns: {id: [รหัส], title: [ชื่อ], start: [วันที่]}
			    gone: withdrawn
			    events:
			      - family: activity
			        key: "{id}"
			        fields:
			          kind: {constant: training}
			          title: {th: title}
			          areas: {constant: ["110103"]}
			          startsOn: {from: start, as: date}
			          endsOn: {from: start, as: date}
			          datePrecision: {constant: DAY}
			          status: {constant: PLANNED}
			          organiser: {constant: pacc-zone-1}
			""";

	/** Begins the sources with counts, on sheets of their own. */
	static final String COUNTS = """
			sources:
			  - name: counts
			    file: "*.xlsx"
			    sheet: C
			    columns: {id: [รหัส], start: [วันที่]}
			    events:
			      - family: complaint
			        key: "{id}"
			        fields:
			          area: {constant: "110103"}
			          channel: {constant: page}
			          periodStart: {from: start, as: date}
			          periodEnd: {from: start, as: date}
			          received: {constant: 1}
			          status: {constant: COUNTED}
			""";

	/** Allotments with a column per fiscal year. */
	static final String WIDE = """
			agency: pacc-zone-1
			system: test
			era: buddhist
			sources:
			  - name: budget
			    file: "*"
			    columns: {id: [รหัส]}
			    unpivot: {columns: "งบ {year}", as: amount, names: period}
			    gone: withdrawn
			    events:
			      - family: budget
			        key: "{id}-{period}"
			        fields:
			          budgetLine: {constant: x}
			          lineTitle: {th: id}
			          fiscalYear: {from: period, as: fiscal-year}
			          phase: {constant: ALLOTTED}
			          amountSatang: {from: amount, as: money}
			          area: {constant: "110103"}
			          funder: {constant: pacc-zone-1}
			          postedOn: {from: period, as: period-start}
			""";

	private static final String AGENCY = "pacc-zone-1:";

	private final Path folder;

	private final Mapping mapping;

	private final Rehearsal rehearsal;

	private FileIntake intake;

	HandedFiles(Path folder, String profile) throws IOException {
		this.folder = folder;
		this.mapping = new Mapping(new Profiles(PilotReference.book())
			.read(new ByteArrayInputStream(profile.getBytes(StandardCharsets.UTF_8))));
		this.rehearsal = new Rehearsal(this.mapping.profile(), Clock.systemUTC());
		this.intake = intake();
	}

	/** Whatever was only in memory is lost. */
	void restart() {
		this.intake = intake();
	}

	FileIntake intake() {
		return new FileIntake(HostedAgency.rehearsing(this.mapping, this.rehearsal.publisher()));
	}

	/** A CSV of activities with such ids. */
	Path activities(String name, String... ids) throws IOException {
		List<String> lines = new ArrayList<>(List.of("รหัส,ชื่อ,วันที่"));
		for (String id : ids) {
			lines.add(id + ",อบรม,24/01/2565");
		}
		return csv(name, lines);
	}

	Path csv(String name, List<String> lines) throws IOException {
		return Files.writeString(this.folder.resolve(name), String.join("\r\n", lines) + "\r\n");
	}

	/** It is read, and the officer reads the report. */
	Handed hand(Path file) throws IOException {
		return hand(file, Instant.now());
	}

	Handed hand(Path file, Instant arrivedAt) throws IOException {
		Report report = read(file, arrivedAt);
		report.told();
		return report.handed();
	}

	/** It is read, but nobody knows of it. */
	Report read(Path file, Instant arrivedAt) throws IOException {
		return this.intake.take(file, arrivedAt, new Report());
	}

	/** As {@link #hand(Path)}, while something else happens before it is concluded. */
	Handed hand(Path file, Runnable meanwhile) {
		try {
			return this.intake.take(file, Instant.now(), new Report((rows) -> meanwhile.run())).handed();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** An activity comes another way than by a file. */
	void push(String id) {
		SourceProfile source = this.mapping.profile().sources().getFirst();
		Headings headings = Headings.in(line("รหัส", "ชื่อ", "วันที่"), source);
		CellRow row = new CellRow("request", "", headings, line(id, "ส่งมาเอง", "24/01/2565"));
		this.rehearsal.publisher()
			.settle(List
				.of(new Submission(new Provenance(SourceKind.PUSH, "pushed", "request", id, "/0", Instant.now()),
						this.mapping.map(source, row))));
	}

	private static Line line(String... cells) {
		return new Line(1, List.of(cells).stream().map(Offered::of).toList());
	}

	List<SpecificRecord> published() {
		return this.rehearsal.published();
	}

	/** Where the refusals are that nobody mended yet. */
	List<String> open() {
		return this.rehearsal.publisher()
			.openRefusals()
			.stream()
			.map((refusal) -> refusal.getSource().getPlace())
			.toList();
	}

	/** The activities that stand, as a reader of the topic knows them. */
	List<String> standing() {
		Map<String, ActivityStatus> last = new TreeMap<>();
		published().stream()
			.filter(ActivityRecorded.class::isInstance)
			.map(ActivityRecorded.class::cast)
			.forEach((event) -> last.put(event.getEntityId().replace(AGENCY, ""), event.getStatus()));
		last.values().removeIf((status) -> status == ActivityStatus.WITHDRAWN);
		return List.copyOf(last.keySet());
	}

	/** All postings, in order, each with its satang. */
	List<String> postings() {
		return published().stream()
			.filter(BudgetPosted.class::isInstance)
			.map(BudgetPosted.class::cast)
			.map((posting) -> posting.getEntityId().replace(AGENCY, "") + " " + posting.getAmountSatang())
			.toList();
	}

}
