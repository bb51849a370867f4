package org.buranakan.hub.overview;

import java.net.URI;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.schemas.asyncapi.AsyncApi;
import org.buranakan.schemas.asyncapi.Brokers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ConditionalOnProperty("hub.intake.registry")
@Tag(name = "topics", description = "หัวข้อใน Kafka · What can be subscribed to")
class AsyncApiController {

	private final Map<String, Object> document;

	AsyncApiController(JsonMapper mapper, Environment environment, @Value("${hub.intake.registry}") URI registry) {
		KafkaProperties kafka = Binder.get(environment).bindOrCreate("spring.kafka", KafkaProperties.class);
		boolean encrypted = kafka.getProperties().getOrDefault("security.protocol", "").endsWith("SSL");
		this.document = new AsyncApi(mapper)
			.document(new Brokers(String.join(",", kafka.getBootstrapServers()), encrypted, registry));
	}

	@GetMapping(path = "/asyncapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "เอกสารของทุกหัวข้อใน Kafka · Every topic, as AsyncAPI 3.0")
	Map<String, Object> topics() {
		return this.document;
	}

}
