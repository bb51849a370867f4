package org.buranakan.hub.progress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Statement;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/complaints")
@Tag(name = "progress")
class ComplaintController {

	private static final String COMPLAINTS = Statement.of(ComplaintController.class, "complaints.sql");

	private final Documents documents;

	ComplaintController(Documents documents) {
		this.documents = documents;
	}

	@AsOf
	@GetMapping
	@Operation(
			summary = "เรื่องร้องทุกข์ของปีงบประมาณ · Complaints counted in a fiscal year, by month, province, channel and topic",
			description = "Counts only, as agencies state them; where two of them count the same complaints, both are in the sums. "
					+ "Counts of one agency, area, channel and topic whose periods overlap are in them once (`overlapping`).")
	ComplaintCounts complaints(@ParameterObject Scope scope, @RequestParam(required = false) @Nullable String agency,
			@RequestParam(required = false) @Nullable String channel) {
		return this.documents.single(COMPLAINTS, scope.terms().code("agency", agency).code("channel", channel),
				ComplaintCounts.class);
	}

}
