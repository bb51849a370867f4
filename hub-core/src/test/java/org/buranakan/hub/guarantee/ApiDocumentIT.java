package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code /openapi.json} says, beside what the whole hub serves. Whether answers are
 * as it says is asked of the pilot's run.
 */
class ApiDocumentIT {

	private static HubUnderTest hub;

	private static JsonNode document;

	@BeforeAll
	static void theHubRuns() throws IOException {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "documented")) {
			hub = new HubUnderTest(agencies).start();
			String text = hub.asks("/openapi.json").body();
			Files.writeString(Path.of("target", "openapi.json"), text);
			document = new JsonMapper().readTree(text);
		}
	}

	@AfterAll
	static void theHubStops() {
		hub.close();
	}

	@Test
	void itIsOpenApi31() {
		assertThat(document.path("openapi").asString()).startsWith("3.1.");
	}

	@Test
	void everythingThatTheHubServesIsInItAndNothingElse() {
		Set<String> documented = new TreeSet<>();
		document.path("paths")
			.forEachEntry((path, operations) -> operations
				.forEachEntry((method, operation) -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
		assertThat(documented).isEqualTo(served());
	}

	private static Set<String> served() {
		Set<String> served = new TreeSet<>();
		for (HandlerMapping mappings : Objects.requireNonNull(hub.bean(DispatcherServlet.class).getHandlerMappings())) {
			if (mappings instanceof RequestMappingHandlerMapping ofMethods) {
				ofMethods.getHandlerMethods().forEach((mapping, handler) -> {
					if (isOurs(handler)) {
						mapping.getPatternValues()
							.forEach((path) -> methods(mapping).forEach((method) -> served.add(method + " " + path)));
					}
				});
			}
		}
		return served;
	}

	private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		assertThat(methods).as(mapping.toString()).isNotEmpty();
		return methods;
	}

	private static boolean isOurs(HandlerMethod handler) {
		return handler.getBeanType().getPackageName().startsWith("org.buranakan.hub");
	}

}
