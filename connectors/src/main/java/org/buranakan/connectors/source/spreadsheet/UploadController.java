package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.buranakan.connectors.access.Bodies;
import org.buranakan.connectors.access.Problem;
import org.buranakan.connectors.access.TurnedAway;
import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.publish.HubUnreachable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Files handed in over HTTP, as if they had been dropped into the inbox. The same file
 * again publishes nothing, so whoever wants it back marked hands it in once more and
 * accepts a spreadsheet.
 */
@RestController
class UploadController {

	private static final Logger log = LoggerFactory.getLogger(UploadController.class);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** Where the result of an upload is: it lies in no folder. */
	private static final String UPLOADED = "หน้าเว็บส่งข้อมูล / the answer to the upload";

	private static final MediaType LINES = MediaType.APPLICATION_NDJSON;

	private static final int LONGEST_NAME = 200;

	private final HostedAgencies agencies;

	private final FileIntakes intakes;

	private final Bodies bodies;

	private final SpreadsheetSettings settings;

	private final JsonMapper json;

	UploadController(HostedAgencies agencies, FileIntakes intakes, Bodies bodies, SpreadsheetSettings settings,
			JsonMapper json) {
		this.agencies = agencies;
		this.intakes = intakes;
		this.bodies = bodies;
		this.settings = settings;
		this.json = json;
	}

	/**
	 * Takes a file: its bytes as the body, its name as the parameter. Answers with JSON;
	 * with lines of it, progress first, where NDJSON is accepted; with the file marked,
	 * where a spreadsheet is and something is refused.
	 */
	@PostMapping("/v1/files")
	@Nullable ResponseEntity<?> take(@AuthenticationPrincipal HostedAgency agency,
			@RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accepted, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		String name = name(request);
		if (!isName(name)) {
			return Problem.NAMELESS.answer("");
		}
		if (!agency.mapping().profile().takesFiles()) {
			return Problem.NO_FILES.answer(agency.mapping().profile().ways());
		}
		FileIntake intake = this.intakes.of(agency);
		Instant arrivedAt = Instant.now();
		if (!intake.begin(PATIENCE)) {
			return Problem.FILES_BEFORE.answer("");
		}
		try {
			Path inbox = agency.settings().inbox();
			if (inbox != null && Inbox.holds(inbox, name)) {
				return Problem.FILES_BEFORE.answer("");
			}
			this.agencies.requireCurrent(agency, PATIENCE);
			try (StoredUpload stored = StoredUpload.of(this.bodies.of(request, this.settings.largestUpload().toBytes()),
					name)) {
				Reading reading = (report) -> taken(agency, stored.file(), arrivedAt, report);
				return answer(reading, stored.file(), accepted, response);
			}
		}
		catch (HubUnreachable | IOException ex) {
			return problem(agency, ex);
		}
		finally {
			intake.end();
		}
	}

	/**
	 * Sets aside what is refused of a file as a whole: nobody will hand it in any more.
	 */
	@DeleteMapping("/v1/files")
	ResponseEntity<Object> setAside(@AuthenticationPrincipal HostedAgency agency, HttpServletRequest request) {
		String name = name(request);
		if (name.isBlank()) {
			return Problem.NAMELESS.answer("");
		}
		try {
			return this.intakes.of(agency).setAside(name) ? ResponseEntity.noContent().build()
					: Problem.NOT_REFUSED.answer("");
		}
		catch (HubUnreachable ex) {
			return Problem.of(ex).answer("");
		}
	}

	private static ResponseEntity<Object> problem(HostedAgency agency, Exception why) {
		if (why instanceof TurnedAway turned) {
			return turned.answer();
		}
		log.warn("A file of {} is held back: {}", agency.id(), why.toString());
		return problem(why).answer("");
	}

	private static Problem problem(Exception why) {
		return switch (why) {
			case HubUnreachable trouble -> Problem.of(trouble);
			case StoredUpload.NoRoom ignored -> Problem.NO_ROOM;
			default -> Problem.UNAVAILABLE;
		};
	}

	private @Nullable ResponseEntity<?> answer(Reading reading, SpreadsheetFile file, String accepted,
			HttpServletResponse response) throws IOException {
		if (accepted.contains(LINES.toString())) {
			response.setContentType(LINES.toString());
			tell(reading, file, response.getOutputStream());
			return null;
		}
		Report report = reading.into(new Report());
		Optional<Mending> mending = accepted.contains("spreadsheetml") ? report.mending(file.path()) : Optional.empty();
		if (mending.isPresent()) {
			return answer(mending.get(), file.name());
		}
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		tell(report, response.getOutputStream());
		return null;
	}

	/** Takes the file while it tells how far it is. */
	private void tell(Reading reading, SpreadsheetFile file, OutputStream out) {
		try {
			tell(reading.into(new Report((rows) -> line(out, new Progress(rows)))), out);
		}
		catch (HubUnreachable | IOException ex) {
			log.warn("{} is held back: {}", file.name(), ex.toString());
			line(out, problem(ex).detail(""));
		}
	}

	private void tell(Report report, OutputStream out) {
		if (line(out, report.handed())) {
			report.told();
		}
	}

	/** A file that trips the reading itself is refused as one, as in the inbox. */
	private Report taken(HostedAgency agency, SpreadsheetFile file, Instant arrivedAt, Report report)
			throws IOException {
		FileIntake intake = this.intakes.of(agency);
		try {
			intake.take(file, arrivedAt, report);
			Path inbox = agency.settings().inbox();
			if (report.isTaken() && inbox != null) {
				Inbox.reports(inbox).replace(file.name(), UPLOADED, arrivedAt);
			}
			return report;
		}
		catch (HubUnreachable ex) {
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			return intake.giveUp(file, ex);
		}
	}

	/**
	 * What comes to nobody's ears is settled all the same.
	 * @return whether it left us
	 */
	private boolean line(OutputStream out, Object content) {
		try {
			out.write((this.json.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8));
			out.flush();
			return true;
		}
		catch (IOException ex) {
			log.debug("Nobody listens any more", ex);
			return false;
		}
	}

	private static ResponseEntity<byte[]> answer(Mending mending, String name) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(mending.mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(mending.name(name), StandardCharsets.UTF_8)
						.build()
						.toString())
			.body(mending.bytes());
	}

	/**
	 * Not as a parameter: asking for one reads the body of who forgets to say what it is.
	 */
	private static String name(HttpServletRequest request) {
		String query = Optional.ofNullable(request.getQueryString()).orElse("");
		String name = UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst("name");
		try {
			return (name != null) ? URLDecoder.decode(name, StandardCharsets.UTF_8) : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	/** A name is no path. */
	private static boolean isName(String name) {
		return !name.isBlank() && name.length() <= LONGEST_NAME && !name.startsWith(".")
				&& name.codePoints().noneMatch((point) -> point < ' ' || "/\\:".indexOf(point) >= 0);
	}

	/** Reads the file that was handed in. */
	@FunctionalInterface
	private interface Reading {

		Report into(Report report) throws IOException;

	}

	/** How many rows have been settled. */
	record Progress(int rows) {
	}

}
