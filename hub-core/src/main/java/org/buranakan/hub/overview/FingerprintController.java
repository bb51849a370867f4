package org.buranakan.hub.overview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.audit.LatestFingerprint;
import org.buranakan.hub.view.AsOf;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/fingerprint")
@Tag(name = "fingerprint", description = "ลายนิ้วมือของภาพรวม · What the view is at this moment, in 32 bytes")
class FingerprintController {

	private final LatestFingerprint latest;

	FingerprintController(LatestFingerprint latest) {
		this.latest = latest;
	}

	@AsOf
	@GetMapping
	@Operation(
			summary = "ลายนิ้วมือของภาพรวม และตำแหน่งในบันทึก · SHA-256 over the view's canonical rows, and the positions that it stands at")
	Fingerprint fingerprint() {
		return this.latest.now();
	}

}
