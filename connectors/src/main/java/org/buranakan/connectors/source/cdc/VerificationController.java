package org.buranakan.connectors.source.cdc;

import java.util.Map;
import java.util.Optional;

import org.buranakan.connectors.access.Problem;
import org.buranakan.connectors.hosting.HostedAgency;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an agency's IT ask for a verification, after a repair of its database say. */
@RestController
class VerificationController {

	private final CaptureConfiguration.CapturedDatabases captured;

	VerificationController(CaptureConfiguration.CapturedDatabases captured) {
		this.captured = captured;
	}

	/** Begins soon; health and log tell how it ends. */
	@PostMapping("/v1/verification")
	ResponseEntity<Object> verify(@AuthenticationPrincipal HostedAgency agency) {
		Optional<CapturedDatabase> database = this.captured.of(agency.id());
		database.ifPresent(CapturedDatabase::verify);
		return database.isPresent() ? ResponseEntity.accepted().body(Map.of("verification", "begins"))
				: Problem.NO_DATABASE.answer("");
	}

}
