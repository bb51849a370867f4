package org.buranakan.hub.overview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Page;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Window;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/budget")
@Tag(name = "budget", description = "งบประมาณ · Money per line and phase, and the postings behind it")
class BudgetController {

	private static final String LINES = Statement.of(BudgetController.class, "budget.sql");

	private static final String POSTINGS = Statement.of(BudgetController.class, "postings.sql");

	private final Documents documents;

	BudgetController(Documents documents) {
		this.documents = documents;
	}

	@AsOf
	@GetMapping
	@Operation(
			summary = "รายการงบประมาณรายพื้นที่ พร้อมยอดรวม · Budget lines by area, with the totals of the whole filter")
	BudgetSheet lines(@ParameterObject BudgetFilter filter, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		return this.documents.sheet(LINES, filter.terms(), new Window(page, size), BudgetSheet.class);
	}

	@AsOf
	@GetMapping("/postings")
	@Operation(
			summary = "รายการเคลื่อนไหวที่มาของตัวเลข ตามวันที่ · The postings behind a figure, in order of their day")
	Page<PostingView> postings(@ParameterObject PostingFilter filter, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		return this.documents.page(POSTINGS, filter.terms(), new Window(page, size), PostingView.class);
	}

}
