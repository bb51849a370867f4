package org.buranakan.connectors.source.cdc;

import java.util.Map;
import java.util.Optional;

import org.buranakan.connectors.access.Problem;
import org.buranakan.connectors.hosting.HostedAgency;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an agency's IT ask for a verification, after a repair of its database say. */
@RestController
class VerificationController {

	private final CaptureConfiguration.CapturedDatabases captured;

	VerificationController(CaptureConfiguration.CapturedDatabases captured) {
		this.captured = captured;
	}

	/**
	 * The last one.
	 *
	 * @param verified empty where there was none since reading began; an outage begins it
	 * anew
	 * @param troubles what keeps the next from coming out, by what it concerns
	 */
	record Last(Optional<IntakeState.Verified> verified, Map<String, String> troubles) {
	}

	/** How the last one ended. */
	@GetMapping("/v1/verification")
	ResponseEntity<Object> last(@AuthenticationPrincipal HostedAgency agency) {
		return this.captured.of(agency.id())
			.map((database) -> ResponseEntity.<Object>ok(new Last(database.verified(), database.troubles())))
			.orElseGet(() -> Problem.NO_DATABASE.answer(""));
	}

	/** Begins soon; the same address tells how it ended. */
	@PostMapping("/v1/verification")
	ResponseEntity<Object> verify(@AuthenticationPrincipal HostedAgency agency) {
		Optional<CapturedDatabase> database = this.captured.of(agency.id());
		database.ifPresent(CapturedDatabase::verify);
		return database.isPresent() ? ResponseEntity.accepted().body(Map.of("verification", "begins"))
				: Problem.NO_DATABASE.answer("");
	}

}
