package org.buranakan.hub.progress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Window;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/milestones")
@Tag(name = "progress")
class MilestoneController {

	private static final String MILESTONES = Statement.of(MilestoneController.class, "milestones.sql");

	private final Documents documents;

	MilestoneController(Documents documents) {
		this.documents = documents;
	}

	@AsOf
	@GetMapping
	@Operation(
			summary = "จังหวะก้าวตามปฏิทินงบประมาณ · Milestones of a fiscal year in order of their day, and how many of each month are done, due or late",
			description = "Of plans that are more than a draft and not withdrawn. `agency` is the one that states the plan.")
	MilestoneSheet milestones(@ParameterObject Scope scope, @RequestParam(required = false) @Nullable String agency,
			@RequestParam(required = false) @Nullable String standing, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		return this.documents.sheet(MILESTONES,
				scope.terms().code("agency", agency).symbol("standing", standing, MilestoneStanding.class),
				new Window(page, size), MilestoneSheet.class);
	}

}
