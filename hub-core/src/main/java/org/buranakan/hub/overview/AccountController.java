package org.buranakan.hub.overview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.person.Person;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Page;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Terms;
import org.buranakan.hub.view.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "account", description = "สิ่งที่รอแก้ไข · What did not make it into the view, and how to put it right")
class AccountController {

	private static final String REJECTIONS = Statement.of(AccountController.class, "rejections.sql");

	private static final String REFUSALS = Statement.of(AccountController.class, "refusals.sql");

	private final Documents documents;

	AccountController(Documents documents) {
		this.documents = documents;
	}

	@AsOf
	@GetMapping("/rejections")
	@Operation(summary = "บันทึกที่ระบบไม่รับ ใหม่สุดก่อน · Records that the hub did not apply, the newest first")
	Page<RejectionView> rejections(@RequestParam(required = false) @Nullable String agency,
			@RequestParam(required = false) @Nullable String code, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		return this.documents.page(REJECTIONS, terms(agency, code), new Window(page, size), RejectionView.class);
	}

	@GetMapping("/refusals")
	@Operation(
			summary = "ข้อมูลที่ตัวเชื่อมไม่รับและยังไม่ได้แก้ ใหม่สุดก่อน · What agencies' own connectors refused and nobody has corrected yet, the newest first")
	Page<RefusalView> refusals(@RequestParam(required = false) @Nullable String agency,
			@RequestParam(required = false) @Nullable String code, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		return this.documents.page(REFUSALS, terms(agency, code), new Window(page, size), RefusalView.class);
	}

	/** Nobody is asked who has not signed in. */
	private static Terms terms(@Nullable String agency, @Nullable String code) {
		String shown = Person.ofRequest().orElseThrow().refusedRowsOf(agency);
		return new Terms().code("agency", shown).code("code", code);
	}

}
