package org.buranakan.hub.finding;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Moment;
import org.buranakan.hub.view.NoPast;
import org.buranakan.hub.view.Page;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Terms;
import org.buranakan.hub.view.Text;
import org.buranakan.hub.view.Unknown;
import org.buranakan.hub.view.Window;
import org.springdoc.core.annotations.ParameterObject;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/findings")
@Tag(name = "findings",
		description = "ข้อสังเกต · What a person should look at, the rules behind it, and the answers to it")
class FindingController {

	private static final String FINDINGS = Statement.of(FindingController.class, "findings.sql");

	private final Documents documents;

	private final Firings firings;

	private final String titles;

	FindingController(Documents documents, Firings firings, JsonMapper mapper) {
		this.documents = documents;
		this.firings = firings;
		Map<String, Text> titles = Rules.all().stream().collect(Collectors.toMap(Rule::id, Rule::title));
		this.titles = mapper.writeValueAsString(titles);
	}

	@AsOf
	@GetMapping
	@Operation(
			summary = "ข้อสังเกต: ที่ยังเป็นจริงก่อน สำคัญสุดก่อน · Findings: those that hold first, the weightiest first; as of a cut these alone")
	Page<FindingView> findings(@ParameterObject FindingFilter filter, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		if (FindingStatus.RESOLVED.name().equals(filter.status()) && Moment.ofRequest().isPresent()) {
			throw NoPast.liveOnly(
					"ข้อสังเกตที่เคยพบและยุติแล้ว ดูย้อนหลัง ณ จุดตัดไม่ได้ เพราะไม่ได้มาจากบันทึกเพียงอย่างเดียว",
					"Which findings had been resolved is no function of the logs alone, so it cannot be asked for as of a cut.");
		}
		return find(filter.terms().code("id", null), new Window(page, size));
	}

	@AsOf
	@GetMapping("/{id}")
	@Operation(summary = "ข้อสังเกตหนึ่ง · One finding")
	FindingView finding(@PathVariable String id) {
		Terms terms = new FindingFilter(null, null, null, null, null, null).terms().code("id", id);
		return find(terms, new Window(0, 1)).items().stream().findFirst().orElseThrow(() -> new Unknown("finding", id));
	}

	@AsOf
	@GetMapping("/rules")
	@Operation(
			summary = "กฎของข้อสังเกต และพบบ่อยเพียงใด · The rules in force, and how often each finds something in what it looks at: figures of at most a minute ago")
	List<RuleView> rules() {
		Map<String, Firing> firings = this.firings.now();
		return Rules.all()
			.stream()
			.map((rule) -> RuleView.of(rule, Objects.requireNonNull(firings.get(rule.id()))))
			.toList();
	}

	private Page<FindingView> find(Terms terms, Window window) {
		return this.documents.page(FINDINGS, terms.code("titles", this.titles), window, FindingView.class);
	}

}
