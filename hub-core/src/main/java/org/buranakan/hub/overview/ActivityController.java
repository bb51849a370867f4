package org.buranakan.hub.overview;

import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.ActivityFilter;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.ByPlace;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Page;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Unknown;
import org.buranakan.hub.view.Window;
import org.buranakan.schemas.event.ActivityStatus;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/activities")
@Tag(name = "activities", description = "กิจกรรม · Activities of all agencies, withdrawn ones too")
class ActivityController {

	private static final String DOCUMENT = Statement.of(ActivityController.class, "activity-document.sql");

	private static final ByPlace ACTIVITIES = ByPlace
		.of(Statement.of(ActivityController.class, "activities.sql").replace("/* document */", DOCUMENT));

	private static final String ACTIVITY = Statement.of(ActivityController.class, "activity.sql")
		.replace("/* document */", DOCUMENT);

	private final Documents documents;

	ActivityController(Documents documents) {
		this.documents = documents;
	}

	@AsOf
	@GetMapping
	@Operation(summary = "กิจกรรมตามลำดับวันเริ่ม · Activities, in order of their start")
	Page<ActivityView> activities(@ParameterObject ActivityFilter filter, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		return this.documents.page(filter.form(ACTIVITIES), filter.terms(ActivityStatus.class), new Window(page, size),
				ActivityView.class);
	}

	@AsOf
	@GetMapping("/{id}")
	@Operation(summary = "กิจกรรมหนึ่ง · One activity")
	ActivityView activity(@PathVariable String id) {
		return this.documents.one(ACTIVITY, Map.of("id", id), ActivityView.class)
			.orElseThrow(() -> new Unknown("activity", id));
	}

}
