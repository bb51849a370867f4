package org.buranakan.hub.progress;

import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Unknown;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "progress",
		description = "ความก้าวหน้า · The programme's roll-out, milestones, results and complaints over a fiscal year")
class RolloutController {

	private static final String ROLLOUT = Statement.of(RolloutController.class, "rollout.sql");

	private static final String AREA = Statement.of(RolloutController.class, "area-rollout.sql");

	private final Documents documents;

	RolloutController(Documents documents) {
		this.documents = documents;
	}

	@AsOf
	@GetMapping("/rollout")
	@Operation(
			summary = "ความก้าวหน้ารายเดือน · How many of the programme's tambons had reached which stage, month by month and now",
			description = "A stage counts from the last day on which it can have been reached: the end of a done activity of a kind with that stage that names the tambon, the signing of a memorandum, or the day on which a plan says so. Stages need not come in order, and a later one does not show an earlier one. What names only an amphoe or a province says nothing of its tambons.")
	Rollout rollout(@ParameterObject Scope scope) {
		return this.documents.single(ROLLOUT, scope.terms(), Rollout.class);
	}

	@AsOf
	@GetMapping("/areas/{code}/rollout")
	@Operation(
			summary = "ความก้าวหน้าของพื้นที่ · The programme's tambons of an area, and what shows which stage each has reached")
	AreaRollout area(@PathVariable String code) {
		return this.documents.one(AREA, Map.of("code", code), AreaRollout.class)
			.orElseThrow(() -> new Unknown("area", code));
	}

}
