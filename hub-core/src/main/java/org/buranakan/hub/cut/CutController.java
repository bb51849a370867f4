package org.buranakan.hub.cut;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.buranakan.hub.person.Person;
import org.buranakan.hub.view.Allowance;
import org.buranakan.hub.view.Busy;
import org.buranakan.hub.view.Page;
import org.buranakan.hub.view.Unknown;
import org.buranakan.hub.view.Window;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cuts")
@Tag(name = "cuts", description = "จุดตัดของบันทึก · One offset per log: states that are frozen for ever")
class CutController {

	private final Cuts cuts;

	private final CutTaking taking;

	private final Allowance allowance;

	CutController(Cuts cuts, CutTaking taking, CutSettings settings) {
		this.cuts = cuts;
		this.taking = taking;
		this.allowance = new Allowance(settings.onDemand(), settings.allOnDemand());
	}

	/** JSON, so that no other site's form can ask for it in a visitor's name. */
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(
			summary = "ตัดบันทึก ณ บัดนี้ · Take a cut (201); while no log has moved since one was taken, that one (200)",
			description = "Anybody may, a number of times an hour (429 beyond, 503 beyond that of all), coordinators and auditors who have signed in as often as they need; where nothing moved it costs nothing.")
	@ApiResponse(responseCode = "200", description = "That one", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "201", description = "A new one", useReturnTypeSchema = true)
	ResponseEntity<Cut> take(HttpServletRequest request) {
		CutTaking.Taken taken = this.taking.known().or(() -> {
			if (Person.ofRequest().filter(Person::asksFreely).isEmpty()) {
				this.allowance.spend(request.getRemoteAddr());
			}
			return this.taking.take();
		})
			.orElseThrow(() -> new Busy("ยังไม่มีวันทำการในบันทึก จึงยังตัดไม่ได้ โปรดลองใหม่เมื่อระบบอ่านวันทำการแล้ว",
					"No business date is stated yet, and a cut is of a day. Ask again once the hub has read one."));
		return ResponseEntity.status(taken.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
			.location(URI.create("/api/v1/cuts/" + taken.cut().id()))
			.body(taken.cut());
	}

	@GetMapping
	@Operation(summary = "จุดตัดทั้งหมด ใหม่สุดก่อน · Cuts, the newest first, without their positions")
	Page<Cut> cuts(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
		return this.cuts.page(new Window(page, size));
	}

	@GetMapping("/{id}")
	@Operation(
			summary = "จุดตัดหนึ่งพร้อมตำแหน่ง; `latest` คือล่าสุด · One cut with its positions; `latest` is the newest")
	Cut cut(@PathVariable String id) {
		return this.cuts.find(id).orElseThrow(() -> new Unknown("cut", id));
	}

}
