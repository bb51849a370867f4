package org.buranakan.hub.overview;

import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.Documents;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clock")
@Tag(name = "clock", description = "วันทำการของระบบ · What day it is for the hub")
class ClockController {

	private static final String TODAY = """
			SELECT jsonb_build_object('businessDate', max(date),
			    'fiscalYear', extract(year FROM max(date) + interval '3 months')::integer + 543) FROM business_date
			""";

	private final Documents documents;

	ClockController(Documents documents) {
		this.documents = documents;
	}

	@AsOf
	@GetMapping
	@Operation(summary = "วันทำการและปีงบประมาณ · The business date, and the fiscal year that it lies in")
	Today today() {
		return this.documents.one(TODAY, Map.of(), Today.class).orElseThrow();
	}

}
