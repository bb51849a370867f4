package org.buranakan.run;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An OpenAPI 3.1 document, whose schemas are JSON Schema 2020-12, taken at its word: what
 * it does not name may not occur.
 */
final class ApiDocument {

	private final JsonNode root;

	private final JsonNode components;

	private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	ApiDocument(String text) {
		this.root = JsonMapper.shared().readTree(text);
		ObjectNode closed = (ObjectNode) JsonMapper.shared().readTree(text).path("components");
		closed.path("schemas").forEach((schema) -> {
			if (schema.has("properties") && !schema.has("additionalProperties")) {
				((ObjectNode) schema).put("additionalProperties", false);
			}
		});
		this.components = closed;
	}

	/** Operations of that method, by path. */
	Map<String, JsonNode> operations(String method) {
		Map<String, JsonNode> operations = new TreeMap<>();
		this.root.path("paths").forEachEntry((path, methods) -> {
			if (methods.has(method)) {
				operations.put(path, methods.path(method));
			}
		});
		return operations;
	}

	List<JsonNode> all() {
		List<JsonNode> all = new ArrayList<>();
		this.root.path("paths").forEach((methods) -> methods.forEach(all::add));
		return all;
	}

	JsonNode component(String kind, String name) {
		return this.components.path(kind).path(name);
	}

	/** The content types of an answer. */
	static List<String> types(JsonNode operation, String status) {
		return List.copyOf(operation.path("responses").path(status).path("content").propertyNames());
	}

	/** Fails unless the answer is one that the operation may give. */
	void holds(JsonNode operation, HttpResponse<?> answer, String body) {
		String where = "%s: %d %s".formatted(answer.uri(), answer.statusCode(), body);
		JsonNode response = resolved(operation.path("responses").path(Integer.toString(answer.statusCode())));
		assertThat(response.isObject()).as(where).isTrue();
		String type = answer.headers()
			.firstValue("content-type")
			.orElse("")
			.replaceFirst(";.*", "")
			.toLowerCase(Locale.ROOT);
		JsonNode content = response.path("content").path(type);
		assertThat(content.isObject()).as("content type %s of %s", type, where).isTrue();
		response.path("headers")
			.propertyNames()
			.forEach((header) -> assertThat(answer.headers().firstValue(header)).as(where).isPresent());
		if (type.endsWith("json")) {
			ObjectNode schema = JsonMapper.shared().createObjectNode();
			schema.set("components", this.components);
			schema.set("allOf", JsonMapper.shared().createArrayNode().add(content.path("schema")));
			assertThat(content.has("schema")).as(where).isTrue();
			assertThat(this.schemas.getSchema(schema).validate(JsonMapper.shared().readTree(body))).as(where).isEmpty();
		}
	}

	private JsonNode resolved(JsonNode response) {
		String reference = response.path("$ref").asString("");
		return reference.isEmpty() ? response
				: component("responses", reference.substring(reference.lastIndexOf('/') + 1));
	}

}
