package org.buranakan.hub.overview;

import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Page;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Unknown;
import org.buranakan.hub.view.Window;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "plans", description = "แผนปฏิบัติการ · Plans, their areas, milestones and what their parties say to them")
class PlanController {

	private static final String DOCUMENT = Statement.of(PlanController.class, "plan-document.sql");

	private static final String PLANS = Statement.of(PlanController.class, "plans.sql")
		.replace("/* document */", DOCUMENT);

	private static final String PLAN = "SELECT " + DOCUMENT + " FROM plan p WHERE p.id = :id";

	private final Documents documents;

	private final PlanCourses courses;

	PlanController(Documents documents, PlanCourses courses) {
		this.documents = documents;
		this.courses = courses;
	}

	@AsOf
	@GetMapping
	@Operation(
			summary = "แผน: ปีงบประมาณใหม่สุดก่อน แผนร่วมก่อน · Plans: the newest fiscal year first, joint ones first")
	Page<PlanView> plans(@ParameterObject PlanFilter filter, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		return this.documents.page(PLANS, filter.terms(), new Window(page, size), PlanView.class);
	}

	@AsOf
	@GetMapping("/{id}")
	@Operation(summary = "แผนหนึ่ง · One plan")
	PlanView plan(@PathVariable String id) {
		return this.documents.one(PLAN, Map.of("id", id), PlanView.class).orElseThrow(() -> new Unknown("plan", id));
	}

	@AsOf
	@GetMapping("/{id}/course")
	@Operation(
			summary = "ใครว่าอย่างไรต่อฉบับใด ฉบับที่ตกลงกัน และผลที่เกิดขึ้น · Who said what to which revision, the agreed baseline, and what happened",
			description = "The baseline is the newest revision that every party agreed to that it named or that spoke of it, with its milestones beside what became of them.")
	PlanCourse course(@PathVariable String id) {
		return this.courses.course(id).orElseThrow(() -> new Unknown("plan", id));
	}

}
