package org.buranakan.schemas.registry;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The part of the Confluent Schema Registry REST API that is used here. */
@HttpExchange(contentType = "application/vnd.schemaregistry.v1+json",
		accept = { "application/vnd.schemaregistry.v1+json", "application/json" })
interface ConfluentApi {

	@GetExchange("/schemas/ids/{id}")
	SchemaText schema(@PathVariable("id") int id);

	@PostExchange("/subjects/{subject}")
	Registered lookUp(@PathVariable("subject") String subject, @RequestBody SchemaText schema);

	@PostExchange("/subjects/{subject}/versions")
	Registered register(@PathVariable("subject") String subject, @RequestBody SchemaText schema);

	@PutExchange("/config/{subject}")
	Map<String, Object> configure(@PathVariable("subject") String subject, @RequestBody Map<String, String> config);

	@GetExchange("/config/{subject}?defaultToGlobal=true")
	Map<String, Object> configuration(@PathVariable("subject") String subject);

	/** A schema as its JSON text. */
	record SchemaText(@Nullable String schema) {
	}

	/** A schema's id, where the registry has it. */
	record Registered(@Nullable Integer id) {
	}

}
