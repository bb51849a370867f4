package org.buranakan.schemas.asyncapi;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.topic.Topics;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the document is valid, and what runs is as it says, is asked of the pilot's
 * run.
 */
class AsyncApiTests {

	private final JsonMapper mapper = new JsonMapper();

	private final JsonNode document = this.mapper.valueToTree(new AsyncApi(this.mapper)
		.document(new Brokers("kafka.example.go.th:9093", true, URI.create("https://registry.example.go.th"))));

	@Test
	void everyKindOfTopicIsAChannelWithItsContract() throws IOException {
		Files.writeString(Path.of("target", "asyncapi.json"), this.document.toPrettyString());
		assertThat(this.document.path("channels").propertyNames())
			.containsExactlyElementsOf(Arrays.stream(Topics.values()).map(AsyncApi::name).toList());
		for (Contract contract : Contract.all()) {
			assertThat(this.document.path("components")
				.path("messages")
				.path(AsyncApi.name(contract.kind()))
				.path("payload")
				.path("schema")).isEqualTo(this.mapper.readTree(contract.newest()));
		}
	}

	@Test
	void whoeverMayWriteOrReadHasAnOperation() {
		for (Topics kind : Topics.values()) {
			long operations = this.document.path("operations")
				.valueStream()
				.filter((operation) -> operation.path("channel")
					.path("$ref")
					.asString()
					.equals("#/channels/" + AsyncApi.name(kind)))
				.count();
			assertThat(operations).as(kind.toString()).isEqualTo(kind.writers().size() + kind.readers().size());
		}
	}

	@Test
	void theServerIsTheOneThatIsSpokenTo() {
		JsonNode server = this.document.path("servers").path("kafka");
		assertThat(server.path("host").asString()).isEqualTo("kafka.example.go.th:9093");
		assertThat(server.path("protocol").asString()).isEqualTo("kafka-secure");
	}

}
