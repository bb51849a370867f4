package org.buranakan.hub.actionplan;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.ActivityFilter;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.ByPlace;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Page;
import org.buranakan.hub.view.Window;
import org.buranakan.schemas.event.ActivityStatus;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/action-plan")
@Tag(name = "action-plan",
		description = "ภาพรวมบูรณาการ · The one action plan of all: activities, and milestones of plans")
class ActionPlanController {

	private static final ByPlace ITEMS = Items.statement("action-plan.sql");

	private final Documents documents;

	ActionPlanController(Documents documents) {
		this.documents = documents;
	}

	@AsOf
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(
			summary = "ใครทำอะไร ที่ไหน เมื่อใด ด้วยเงินใด ใครเห็นชอบ · Who does what, where, when, with which money, agreed by whom; in order of the start",
			description = "Withdrawn activities and milestones of withdrawn plans are left out, unless the status asks for them.")
	Page<ActionItem> items(@ParameterObject ActivityFilter filter, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		return this.documents.page(filter.form(ITEMS), filter.terms(ActivityStatus.class), new Window(page, size),
				ActionItem.class);
	}

}
