package org.buranakan.hub.replay;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.cut.Cut;
import org.buranakan.hub.cut.Cuts;
import org.buranakan.hub.view.Busy;
import org.buranakan.hub.view.Unknown;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/replays")
@Tag(name = "replays",
		description = "คำนวณซ้ำจากบันทึกทั้งหมด · The whole history folded again beside live traffic, and what differs")
class ReplayController {

	private final Replays replays;

	private final ReplayRecords records;

	private final Cuts cuts;

	ReplayController(Replays replays, ReplayRecords records, Cuts cuts) {
		this.cuts = cuts;
		this.replays = replays;
		this.records = records;
	}

	/** JSON, so that no other site's form can ask for it in a visitor's name. */
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(
			summary = "เริ่มคำนวณซ้ำ หรือดูที่กำลังคำนวณ · Begin a replay (202), or learn of the one that is under way (200)",
			description = "Of the whole history, compared with the live view; or until a cut, compared with what is on record of it.")
	@ApiResponse(responseCode = "200", description = "The one that is under way", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "202", description = "A new one", useReturnTypeSchema = true)
	ResponseEntity<Replay> begin(@RequestBody(required = false) @Nullable Wanted wanted) {
		String until = (wanted != null) ? wanted.cut() : null;
		Cut cut = (until != null) ? this.cuts.find(until).orElseThrow(() -> new Unknown("cut", until)) : null;
		return this.replays.begin(cut)
			.map((id) -> answer(HttpStatus.ACCEPTED, replay(id)))
			.orElseGet(() -> answer(HttpStatus.OK, underWay()));
	}

	@GetMapping
	@Operation(summary = "การคำนวณซ้ำล่าสุด · The latest replays, newest first")
	List<Replay> latest() {
		return this.records.latest();
	}

	@GetMapping("/{id}")
	@Operation(
			summary = "การคำนวณซ้ำถึงไหน และพบอะไร · How far a replay is, and what it found: both fingerprints, and the rows that differ")
	Replay replay(@PathVariable long id) {
		return this.records.find(id).orElseThrow(() -> new Unknown("replay", Long.toString(id)));
	}

	private Replay underWay() {
		return this.records.latest()
			.stream()
			.filter((replay) -> replay.endedAt() == null)
			.findFirst()
			.orElseThrow(() -> new Busy("การคำนวณซ้ำเพิ่งจบและกำลังเก็บกวาด โปรดลองใหม่ในอีกสักครู่",
					"A replay has just ended and clears up. Ask again in a moment."));
	}

	private static ResponseEntity<Replay> answer(HttpStatus status, Replay replay) {
		return ResponseEntity.status(status).location(URI.create("/api/v1/replays/" + replay.id())).body(replay);
	}

	/**
	 * Which replay is asked for.
	 *
	 * @param cut until where: an id, or {@code latest}; null for the whole history
	 */
	record Wanted(@Nullable String cut) {

	}

}
