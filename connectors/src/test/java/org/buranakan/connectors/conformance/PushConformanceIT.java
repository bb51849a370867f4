package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PushConformanceIT extends SourceConformance {

	private final HttpClient client = HttpClient.newHttpClient();

	@Override
	String origin() {
		return "push: activity";
	}

	@Override
	void offer(JoinedAgency joined, RunningConnector running, List<Entry> entries) {
		HttpResponse<String> response = push(joined, running, entries).join();
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(JsonMapper.shared().readTree(response.body()).path("results")).hasSize(entries.size());
	}

	@Override
	void begin(JoinedAgency joined, RunningConnector running, List<Entry> entries) throws IOException {
		CompletableFuture<HttpResponse<String>> underway = push(joined, running, entries);
		assertThat(underway).isNotNull();
	}

	private CompletableFuture<HttpResponse<String>> push(JoinedAgency joined, RunningConnector running,
			List<Entry> entries) {
		URI events = running.address().resolve("/v1/events");
		HttpRequest request = HttpRequest.newBuilder(events)
			.header("Authorization", "Bearer " + joined.token())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared()
				.writeValueAsString(Map.of("items", entries.stream().map(PushConformanceIT::item).toList()))))
			.build();
		return this.client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
	}

	private static Map<String, String> item(Entry entry) {
		Map<String, String> item = new LinkedHashMap<>();
		item.put("type", "activity");
		item.put("รหัส", entry.id());
		item.put("ชื่อ", entry.title());
		item.put("พื้นที่", entry.area());
		item.put("วันที่", entry.date());
		return item;
	}

}
