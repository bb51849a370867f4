package org.buranakan.connectors.source.push;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.buranakan.connectors.access.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code /openapi.json} of the officers' port says, beside what is served there.
 * Whether answers are as it says is asked of the pilot's run.
 */
class ApiDocumentTests {

	/** Served by Spring Security's filters, not by a controller of ours. */
	private static final String TOKEN = "POST /oauth2/token";

	private static JsonNode document;

	@BeforeAll
	static void read() throws IOException {
		try (InputStream text = Objects
			.requireNonNull(ApiDocumentTests.class.getResourceAsStream("/officer/openapi.json"))) {
			document = JsonMapper.shared().readTree(text);
		}
	}

	@Test
	void everythingThatIsServedIsInItAndNothingElse() throws Exception {
		Set<String> documented = new TreeSet<>();
		document.path("paths")
			.forEachEntry((path, operations) -> operations.propertyNames()
				.forEach((method) -> documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
		Set<String> served = served();
		served.add(TOKEN);
		assertThat(documented).isEqualTo(served);
	}

	@ParameterizedTest
	@EnumSource
	void everyProblemIsInAnAnswerOfItsStatus(Problem problem) {
		ProblemDetail detail = problem.detail("");
		String status = String.valueOf(detail.getStatus());
		String code = "`" + Objects.requireNonNull(detail.getProperties()).get("code") + "`";
		assertThat(document.path("paths")
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.map((operation) -> answer(operation.path("responses").path(status)))).as(code)
			.anyMatch((answer) -> answer.path("description").asString().contains(code));
	}

	@Test
	void peopleFindWordsInBothLanguages() {
		assertThat(document.path("paths").valueStream().flatMap(JsonNode::valueStream)).allSatisfy(
				(operation) -> assertThat(operation.path("summary").asString()).matches("\\p{InThai}.* · [A-Z].*"));
	}

	private static JsonNode answer(JsonNode stated) {
		String name = stated.path("$ref").asString("").replaceAll(".*/", "");
		return name.isEmpty() ? stated : document.path("components").path("responses").path(name);
	}

	private static Set<String> served() throws Exception {
		ClassPathScanningCandidateComponentProvider controllers = new ClassPathScanningCandidateComponentProvider(
				false);
		controllers.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
		Set<String> served = new TreeSet<>();
		for (var found : controllers.findCandidateComponents("org.buranakan.connectors")) {
			Class<?> controller = ClassUtils.forName(Objects.requireNonNull(found.getBeanClassName()), null);
			Arrays.stream(controller.getDeclaredMethods())
				.map((method) -> MergedAnnotations.from(method).get(RequestMapping.class))
				.filter(MergedAnnotation::isPresent)
				.forEach((mapping) -> Arrays.stream(mapping.getStringArray("path"))
					.forEach((path) -> Arrays.stream(mapping.synthesize().method())
						.forEach((method) -> served.add(method + " " + path))));
		}
		return served;
	}

}
