package org.buranakan.hub.actionplan;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.buranakan.hub.view.ActivityFilter;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.BadParameter;
import org.buranakan.hub.view.Moment;
import org.buranakan.hub.view.Software;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The action plan as files that people take away. Each is served at an address of its own
 * that can be bookmarked, and at the plan's for whoever asks by {@code Accept}.
 */
@RestController
@Tag(name = "action-plan")
class FileController {

	private static final Logger LOG = LoggerFactory.getLogger(FileController.class);

	private static final String PLAN = "/api/v1/action-plan";

	private static final String CSV = "text/csv";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private static final String CALENDAR = "text/calendar";

	private final WholePlan plan;

	private final Software software;

	FileController(WholePlan plan, Software software) {
		this.plan = plan;
		this.software = software;
	}

	@AsOf
	@GetMapping(path = { PLAN, PLAN + ".csv" }, produces = CSV)
	@Operation(summary = "ทั้งแผนเป็น CSV · The whole plan as CSV: Thai headings, dates of the Buddhist era, totals",
			description = "UTF-8 with a byte order mark. All items of the filter, of one state of the view.")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = CSV))
	void csv(@ParameterObject ActivityFilter filter, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		send(filter, new ServletWebRequest(request, response), new Kind("csv", CSV + ";charset=UTF-8", ""),
				(title) -> new TableFile(new CsvTable(response.getOutputStream()), title));
	}

	@AsOf
	@GetMapping(path = { PLAN, PLAN + ".xlsx" }, produces = XLSX)
	@Operation(
			summary = "ทั้งแผนเป็น Excel · The whole plan as an Excel workbook: Thai headings, dates of the Buddhist era, totals",
			description = "All items of the filter, of one state of the view.")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = XLSX))
	void xlsx(@ParameterObject ActivityFilter filter, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		send(filter, new ServletWebRequest(request, response), new Kind("xlsx", XLSX, ""),
				(title) -> new TableFile(workbook(response.getOutputStream(), title.heading().madeAt()), title));
	}

	private static Table workbook(OutputStream out, Instant madeAt) throws IOException {
		return Moment.ofRequest().isPresent() ? new FrozenXlsx(out, madeAt) : new XlsxTable(out, XlsxTable.MOST_ROWS);
	}

	@AsOf
	@GetMapping(path = { PLAN, PLAN + ".ics" }, produces = CALENDAR)
	@Operation(summary = "ทั้งแผนเป็นปฏิทิน · The whole plan as iCalendar: an all-day event per activity and milestone",
			description = "A calendar can subscribe to it: events keep their UID, and by `If-None-Match` nothing is sent while nothing changed. `lang=en` for English where the source has it.")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = CALENDAR))
	void calendar(@ParameterObject ActivityFilter filter, @RequestParam(defaultValue = "th") String lang,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		Wording wording = switch (lang) {
			case "th" -> Wording.TH;
			case "en" -> Wording.EN;
			default -> throw new BadParameter("lang", lang, "th หรือ en", "th or en");
		};
		send(filter, new ServletWebRequest(request, response), new Kind("ics", CALENDAR + ";charset=UTF-8", lang),
				(title) -> new CalendarFile(response.getOutputStream(), title, wording));
	}

	private void send(ActivityFilter filter, ServletWebRequest exchange, Kind kind, Opening opening)
			throws IOException {
		HttpServletResponse response = Objects.requireNonNull(exchange.getResponse());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		if (exchange.getHeader(HttpHeaders.IF_NONE_MATCH) != null
				&& exchange.checkNotModified(tag(kind, new Title(filter, this.plan.heading(filter))))) {
			return;
		}
		try {
			this.plan.write(filter, (heading) -> {
				Title title = new Title(filter, heading);
				response.setContentType(kind.type());
				response.setHeader(HttpHeaders.ETAG, tag(kind, title));
				response.setHeader(HttpHeaders.CONTENT_DISPOSITION, title.disposition(kind.suffix()).toString());
				return opening.of(title);
			});
		}
		catch (RuntimeException ex) {
			if (!response.isCommitted()) {
				response.setHeader(HttpHeaders.ETAG, null);
				throw ex;
			}
			LOG.error("A file of the action plan broke off", ex);
			// Nobody answers this one, so the container cuts the connection: half a file
			// must not look whole. With the cause, the handler of problems would take it
			// up and write after what is sent already.
			throw new IOException("A file of the action plan broke off");
		}
	}

	/** Another version of the hub may say it otherwise. */
	private String tag(Kind kind, Title title) {
		return title.tag(kind.suffix() + kind.language() + this.software.digest());
	}

	/**
	 * @param language where it depends on that
	 */
	private record Kind(String suffix, String type, String language) {

	}

	private interface Opening {

		PlanFile of(Title title) throws IOException;

	}

}
