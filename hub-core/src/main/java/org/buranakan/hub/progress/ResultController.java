package org.buranakan.hub.progress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.ByPlace;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Statement;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/results")
@Tag(name = "progress")
class ResultController {

	private static final ByPlace RESULTS = ByPlace.of(Statement.of(ResultController.class, "results.sql"));

	private final Documents documents;

	ResultController(Documents documents) {
		this.documents = documents;
	}

	@AsOf
	@GetMapping
	@Operation(
			summary = "ผู้เข้าร่วมและตัวชี้วัดเทียบเป้าหมาย · Participants and indicators of a fiscal year's activities against their targets")
	Results results(@ParameterObject Scope scope, @RequestParam(required = false) @Nullable String agency,
			@RequestParam(required = false) @Nullable String kind) {
		return this.documents.single(RESULTS.of(scope.zone(), scope.province(), scope.area()),
				scope.terms().code("agency", agency).code("kind", kind), Results.class);
	}

}
