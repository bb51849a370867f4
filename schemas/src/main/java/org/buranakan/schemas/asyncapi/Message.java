package org.buranakan.schemas.asyncapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.topic.Topics;
import tools.jackson.databind.json.JsonMapper;

/** What the records of one kind of topic are. */
record Message(Topics kind, JsonMapper mapper) {

	private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";

	Map<String, Object> described() {
		Wording wording = Wording.of(this.kind);
		Map<String, Object> message = new LinkedHashMap<>();
		message.put("name", this.kind.value().map(Class::getName).orElse(AsyncApi.name(this.kind)));
		message.put("title", wording.title());
		message.put("contentType", contentType());
		if (this.kind != Topics.RAW) {
			message.put("headers", headers());
		}
		message.put("payload", payload());
		message.put("bindings", Map.of("kafka", binding(wording)));
		if (this.kind.allowsTombstones()) {
			message.put("description",
					"ไม่มีค่า (null) หมายถึงแถวนั้นไม่มีแล้ว · No value (a tombstone): there is no such row any more.");
		}
		Contract.of(this.kind).ifPresent((_) -> message.put("x-subject", "<topic>-value"));
		return message;
	}

	private String contentType() {
		if (this.kind.value().isPresent()) {
			return "application/avro";
		}
		return (this.kind == Topics.RAW) ? "application/json" : "text/plain";
	}

	private Object payload() {
		return Contract.of(this.kind)
			.<Object>map((contract) -> Map.of("schemaFormat", AVRO, "schema", this.mapper.readTree(contract.newest())))
			.orElseGet(() -> (this.kind == Topics.RAW)
					? Map.of("type", "object", "description",
							"Debezium's change event, JSON without its schema; after a deletion a record without value")
					: Map.of("type", "string", "description", "C2SP signed note, UTF-8"));
	}

	/** Of what agencies publish and of the view; what else there is carries none. */
	private Map<String, Object> headers() {
		if (this.kind.family().isEmpty() && !this.kind.allowsTombstones()) {
			return Map.of("type", "object", "maxProperties", 0);
		}
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put("ce_specversion", Map.of("type", "string", "const", "1.0"));
		attributes.put("ce_type",
				Map.of("type", "string", "const", this.kind.value().map(Class::getName).orElseThrow()));
		attributes.put("ce_time", Map.of("type", "string", "format", "date-time"));
		attributes.put("content-type", Map.of("type", "string", "const", "application/avro"));
		if (this.kind.allowsTombstones()) {
			attributes.put("ce_id", text("`<topic>/<key>/<batch>`", "^.+/.+/[0-9]+$"));
			attributes.put("ce_source", Map.of("type", "string", "const", "urn:buranakan:hub"));
			attributes.put("batch", text(
					"The hub's commit: it rises, and rows of one batch, across the topics, are of one state of the view",
					"^[0-9]+$"));
		}
		else {
			attributes.put("ce_id", Map.of("type", "string", "format", "uuid", "description",
					"Version 5 UUID of agency, family, entity id and revision"));
			attributes.put("ce_source", text("The agency", "^urn:buranakan:agency:.+$"));
		}
		List<String> required = new ArrayList<>(attributes.keySet());
		return Map.of("type", "object", "properties", attributes, "required", required, "additionalProperties", false);
	}

	private Map<String, Object> binding(Wording wording) {
		Map<String, Object> binding = new LinkedHashMap<>();
		binding.put("key", text(wording.key(), wording.keyPattern()));
		if (this.kind.value().isPresent()) {
			binding.put("schemaIdLocation", "payload");
			binding.put("schemaIdPayloadEncoding", "confluent");
			binding.put("schemaLookupStrategy", "TopicNameStrategy");
		}
		binding.put("bindingVersion", "0.5.0");
		return binding;
	}

	private static Map<String, Object> text(String description, String pattern) {
		return Map.of("type", "string", "description", description, "pattern", pattern);
	}

}
