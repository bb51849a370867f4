package org.buranakan.connectors.source.push;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.buranakan.connectors.access.Allowances;
import org.buranakan.connectors.access.Bodies;
import org.buranakan.connectors.access.HeldBody;
import org.buranakan.connectors.access.Problem;
import org.buranakan.connectors.access.TurnedAway;
import org.buranakan.connectors.access.Turns;
import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Form;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.connectors.publish.HubUnreachable;
import org.buranakan.connectors.reading.KnownCodes;
import org.buranakan.connectors.reading.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** The push API; see the package for the form of a body. */
@RestController
class PushController {

	private static final Logger log = LoggerFactory.getLogger(PushController.class);

	/** How long a push waits for reference data that is still being read. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final HostedAgencies agencies;

	private final Bodies bodies;

	private final Allowances allowances;

	private final Turns turns;

	private final PushSettings settings;

	private final Clock clock = Clock.systemUTC();

	PushController(HostedAgencies agencies, Bodies bodies, Allowances allowances, Turns turns, PushSettings settings) {
		this.agencies = agencies;
		this.bodies = bodies;
		this.allowances = allowances;
		this.turns = turns;
		this.settings = settings;
	}

	/** Takes events; answers once all of it is durable. */
	@PostMapping("/v1/events")
	ResponseEntity<Object> take(@AuthenticationPrincipal HostedAgency agency, HttpServletRequest request)
			throws IOException {
		if (isForAnother(request, agency)) {
			return Problem.FOREIGN_AGENCY.answer("");
		}
		try (HeldBody body = this.bodies.hold(agency, request, this.settings.largestRequest().toBytes());
				Turns.Turn _ = this.turns.await(agency.id())) {
			List<Pushed> items = PushedItems.of(body.bytes());
			this.allowances.cover(agency, items.size());
			return take(agency, items);
		}
		catch (TurnedAway ex) {
			return ex.answer();
		}
		catch (StreamConstraintsException ex) {
			return Problem.TOO_LARGE.answer(ex.getOriginalMessage());
		}
		catch (JacksonException ex) {
			return Problem.MALFORMED.answer("line " + ex.getLocation().getLineNr() + ", column "
					+ ex.getLocation().getColumnNr() + ": " + ex.getOriginalMessage());
		}
	}

	/**
	 * Who the bearer's agency is, whether it takes files, and what it may push, as forms
	 * that a person can fill in.
	 */
	@GetMapping("/v1/forms")
	Forms forms(@AuthenticationPrincipal HostedAgency agency) {
		Profile profile = agency.mapping().profile();
		KnownCodes known = this.agencies.reference().reference().codes();
		String id = agency.id().value();
		return new Forms(id, known.names("agency").getOrDefault(id, new Text(id, null)), profile.system(),
				profile.takesFiles(), Form.of(profile, known));
	}

	/**
	 * What the officers' page is to offer.
	 *
	 * @param name of the agency; its id where none is known
	 * @param files whether it takes files
	 */
	record Forms(String agency, Text name, String system, boolean files, List<Form> forms) {
	}

	/** What is still refused of the bearer's agency. */
	@GetMapping("/v1/refusals")
	ResponseEntity<Object> refusals(@AuthenticationPrincipal HostedAgency agency, HttpServletRequest request) {
		if (isForAnother(request, agency)) {
			return Problem.FOREIGN_AGENCY.answer("");
		}
		try {
			return ResponseEntity
				.ok(Map.of("items", agency.publisher().openRefusals().stream().map(PushResult.Open::of).toList()));
		}
		catch (HubUnreachable ex) {
			return Problem.of(ex).answer("");
		}
	}

	private ResponseEntity<Object> take(HostedAgency agency, List<Pushed> items) {
		if (items.isEmpty()) {
			return Problem.EMPTY.answer("");
		}
		if (items.size() > this.settings.mostItems()) {
			return Problem.TOO_MANY_ITEMS.answer(this.settings.mostItems() + " items at most");
		}
		if (items.stream().anyMatch((item) -> item.speaksForAnother(agency.id().value()))) {
			return Problem.FOREIGN_AGENCY.answer("");
		}
		try {
			this.agencies.requireCurrent(agency, PATIENCE);
			return ResponseEntity
				.ok(new PushIntake(agency).take(items, UUID.randomUUID().toString(), this.clock.instant()));
		}
		catch (HubUnreachable ex) {
			log.warn("A push of {} is held back: {}", agency.id(), ex.getMessage());
			return Problem.of(ex).answer("");
		}
	}

	private static boolean isForAnother(HttpServletRequest request, HostedAgency agency) {
		// Not getParameter: it would read the body of who forgets to say that it is JSON.
		String query = Optional.ofNullable(request.getQueryString()).orElse("");
		String named = UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst("agency");
		return named != null && !named.equals(agency.id().value());
	}

}
