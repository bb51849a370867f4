package org.buranakan.schemas.connect;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The part of Kafka Connect's REST API that is used here. */
@HttpExchange(accept = "application/json")
interface ConnectApi {

	@GetExchange("/connectors/{name}/config")
	Map<String, String> configuration(@PathVariable("name") String name);

	@PutExchange(url = "/connectors/{name}/config", contentType = "application/json")
	void configure(@PathVariable("name") String name, @RequestBody Map<String, String> configuration);

	@GetExchange("/connectors/{name}/status")
	Status status(@PathVariable("name") String name);

	@PostExchange("/connectors/{name}/restart?includeTasks=true&onlyFailed=true")
	void restartFailed(@PathVariable("name") String name);

	/** Ends its tasks and leaves its configuration. */
	@PutExchange("/connectors/{name}/stop")
	void stop(@PathVariable("name") String name);

	/** Of a stopped one only. */
	@DeleteExchange("/connectors/{name}/offsets")
	void forget(@PathVariable("name") String name);

	@PutExchange("/connectors/{name}/resume")
	void resume(@PathVariable("name") String name);

	/** Has the worker connect to the database as the configuration says. */
	@PutExchange(url = "/connector-plugins/{plugin}/config/validate", contentType = "application/json")
	Validation validate(@PathVariable("plugin") String plugin, @RequestBody Map<String, String> configuration);

	/** What is wrong with a configuration, setting by setting. */
	record Validation(List<Setting> configs) {

		record Setting(Value value) {
		}

		record Value(List<String> errors) {
		}

		Stream<String> errors() {
			return this.configs.stream().flatMap((setting) -> setting.value().errors().stream());
		}

	}

	/** A connector and its tasks. */
	record Status(State connector, List<State> tasks) {
	}

	/**
	 * How one of them is.
	 *
	 * @param trace the stack trace, where it has failed
	 */
	record State(String state, @Nullable String trace) {
	}

}
