package org.buranakan.schemas.asyncapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.buranakan.schemas.topic.Party;
import org.buranakan.schemas.topic.Topics;
import tools.jackson.databind.json.JsonMapper;

/** The document of every topic, as AsyncAPI 3.0 wants it: maps and lists for JSON. */
public final class AsyncApi {

	private static final String BINDING = "0.5.0";

	private final JsonMapper mapper;

	/** The mapper reads the contracts. */
	public AsyncApi(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/** The whole document. */
	public Map<String, Object> document(Brokers brokers) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("asyncapi", "3.0.0");
		document.put("id", "urn:buranakan:hub");
		document.put("info", Map.of("title", "บูรณาการ · Buranakan", "version", "v1", "description",
				"""
						ทุกหัวข้อ (topic) ของระบบ: ใครเขียน ใครอ่าน เก็บนานเท่าใด และข้อมูลมีรูปแบบใด

						Every topic: who writes it, who reads it, how long it is kept, what its records are. Each has one partition. \
						Values are Avro in the Confluent wire format (0, schema id in four bytes, body); the registry's subject is \
						`<topic>-value`. Headers are the attributes of CloudEvents 1.0. Records of transactions: read with \
						`isolation.level=read_committed`."""));
		document.put("defaultContentType", "application/avro");
		document.put("servers", Map.of("kafka", server(brokers)));
		Map<String, Object> channels = new LinkedHashMap<>();
		Map<String, Object> operations = new LinkedHashMap<>();
		Map<String, Object> messages = new LinkedHashMap<>();
		for (Topics kind : Topics.values()) {
			channels.put(name(kind), channel(kind));
			messages.put(name(kind), new Message(kind, this.mapper).described());
			kind.writers().stream().sorted().forEach((party) -> put(operations, party, "send", kind));
			kind.readers().stream().sorted().forEach((party) -> put(operations, party, "receive", kind));
		}
		document.put("channels", channels);
		document.put("operations", operations);
		document.put("components",
				Map.of("messages", messages, "securitySchemes",
						Map.of("scramSha512", scheme("scramSha512", "SCRAM-SHA-512"), "scramSha256",
								scheme("scramSha256", "SCRAM-SHA-256, while an agency changes its password"))));
		return document;
	}

	private static Map<String, Object> server(Brokers brokers) {
		return Map.of("host", brokers.bootstrap(), "protocol", brokers.encrypted() ? "kafka-secure" : "kafka",
				"description", "เข้าใช้ด้วย SASL/SCRAM · Log in with SASL/SCRAM; what is not allowed is denied",
				"security", security(), "bindings",
				Map.of("kafka", Map.of("schemaRegistryUrl", brokers.registry().toString(), "schemaRegistryVendor",
						"confluent", "bindingVersion", BINDING)));
	}

	private static Map<String, Object> channel(Topics kind) {
		Map<String, Object> channel = new LinkedHashMap<>();
		channel.put("address", address(kind));
		channel.put("title", Wording.of(kind).title());
		channel.put("messages", Map.of(name(kind), reference("components/messages/" + name(kind))));
		Map<String, Object> parameters = parameters(kind);
		if (!parameters.isEmpty()) {
			channel.put("parameters", parameters);
		}
		channel.put("bindings", Map.of("kafka",
				Map.of("partitions", 1, "topicConfiguration", configuration(kind), "bindingVersion", BINDING)));
		channel.put("x-writers", names(kind.writers()));
		channel.put("x-readers", names(kind.readers()));
		return channel;
	}

	private static String address(Topics kind) {
		return kind.pattern().replace("*", kind == Topics.ACT ? "{actor}" : "{agency}").replace("#", "{table}");
	}

	private static Map<String, Object> parameters(Topics kind) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		String address = address(kind);
		if (address.contains("{agency}")) {
			parameters.put("agency",
					Map.of("description", "รหัสหน่วยงาน · Id of the agency that owns it", "examples", List.of("codi")));
		}
		if (address.contains("{actor}")) {
			parameters.put("actor", Map.of("description", "ผู้ตรวจสอบหรือผู้ดูแล · Name of the auditor or operator",
					"examples", List.of("auditor")));
		}
		if (address.contains("{table}")) {
			parameters.put("table",
					Map.of("description", "ตาราง · `<schema>.<table>`, or `transaction` for Debezium's counts",
							"examples", List.of("public.activities", "transaction")));
		}
		return parameters;
	}

	private static Map<String, Object> configuration(Topics kind) {
		Map<String, Object> configuration = new LinkedHashMap<>();
		kind.configuration()
			.forEach((name, value) -> configuration.put(name, name.equals("cleanup.policy") ? List.of(value)
					: name.startsWith("retention.") ? (Object) Long.valueOf(value) : value));
		return configuration;
	}

	private static void put(Map<String, Object> operations, Party party, String action, Topics kind) {
		String title = Wording.of(party) + (action.equals("send") ? " · เขียน writes" : " · อ่าน reads");
		Map<String, Object> operation = new LinkedHashMap<>();
		operation.put("action", action);
		operation.put("channel", reference("channels/" + name(kind)));
		operation.put("title", title);
		operation.put("security", security());
		operation.put("messages", List.of(reference("channels/" + name(kind) + "/messages/" + name(kind))));
		if (action.equals("receive")) {
			operation.put("bindings",
					Map.of("kafka",
							Map.of("groupId",
									Map.of("type", "string", "description",
											"`<user>.…`: groups begin with the user's name and a dot"),
									"bindingVersion", BINDING)));
		}
		operations.put(
				camel(party.name()) + (action.equals("send") ? "Sends" : "Receives") + capital(camel(kind.name())),
				operation);
	}

	private static List<Map<String, Object>> security() {
		return List.of(reference("components/securitySchemes/scramSha512"),
				reference("components/securitySchemes/scramSha256"));
	}

	private static Map<String, Object> scheme(String type, String description) {
		return Map.of("type", type, "description", description);
	}

	private static Map<String, Object> reference(String place) {
		return Map.of("$ref", "#/" + place);
	}

	private static Set<String> names(Set<Party> parties) {
		Set<String> names = new TreeSet<>();
		parties.forEach((party) -> names.add(party.name().toLowerCase(Locale.ROOT).replace('_', '-')));
		return names;
	}

	/** Under which channel and message of a kind stand. */
	static String name(Topics kind) {
		return camel(kind.name());
	}

	private static String camel(String name) {
		StringBuilder camel = new StringBuilder();
		for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
			camel.append(camel.isEmpty() ? word : capital(word));
		}
		return camel.toString();
	}

	private static String capital(String word) {
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
	}

}
