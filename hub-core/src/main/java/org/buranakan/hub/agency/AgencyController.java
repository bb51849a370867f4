package org.buranakan.hub.agency;

import java.util.Collections;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Unknown;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agencies")
@Tag(name = "agencies", description = "หน่วยงาน · Agencies, when they were last heard, and what became of their events")
class AgencyController {

	private static final String AGENCIES = Statement.of(AgencyController.class, "agencies.sql");

	private final Documents documents;

	AgencyController(Documents documents) {
		this.documents = documents;
	}

	@AsOf
	@GetMapping
	@Operation(summary = "หน่วยงานทั้งหมด · All agencies of the reference data")
	List<AgencyView> agencies() {
		return find(null);
	}

	@AsOf
	@GetMapping("/{id}")
	@Operation(summary = "หน่วยงานหนึ่ง · One agency")
	AgencyView agency(@PathVariable String id) {
		return find(id).stream().findFirst().orElseThrow(() -> new Unknown("agency", id));
	}

	private List<AgencyView> find(@Nullable String id) {
		return this.documents.list(AGENCIES, Collections.singletonMap("id", id), AgencyView.class);
	}

}
