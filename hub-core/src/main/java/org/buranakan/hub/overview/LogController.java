package org.buranakan.hub.overview;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Statement;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/logs")
@Tag(name = "logs", description = "บันทึก · The logs that the hub reads, and what is gone of them")
class LogController {

	private static final String LOGS = Statement.of(LogController.class, "logs.sql");

	private final Documents documents;

	LogController(Documents documents) {
		this.documents = documents;
	}

	@GetMapping
	@Operation(
			summary = "บันทึกทั้งหมด อ่านถึงไหน พักไว้เพราะอะไร ใครยอมรับช่องว่างใด · How far each log is read, why one is parked, and which gaps operators accepted")
	List<LogView> logs() {
		return this.documents.list(LOGS, Map.of(), LogView.class);
	}

}
