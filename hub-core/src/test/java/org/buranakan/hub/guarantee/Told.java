package org.buranakan.hub.guarantee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.buranakan.hub.stream.StreamClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the stream of a hub is to tell: of each topic its records, and of the hub's own
 * table what no topic shows. Each as a line of log, place behind it, family, key, agency
 * and batch; a log's lines in its order, log after log.
 */
final class Told {

	/** Newer changes than all that it has told of may still be under way. */
	private static final String CHANGES = """
			SELECT xid::text || '-' || seq, family, key, agency, xid::text FROM hub.change
			WHERE (xid, seq) > (:xid::xid8, :seq) AND family NOT IN ('plan', 'activity', 'budget', 'area', 'finding')
				AND xid < pg_snapshot_xmin(pg_current_snapshot())
			ORDER BY xid, seq
			""";

	private final HubUnderTest hub;

	private final ViewTopics topics;

	private final Map<String, List<String>> since = new HashMap<>();

	/** Events are the same for nearly all clients. */
	private final Map<StreamClient.Event, String> lines = new HashMap<>();

	private final Set<String> logs = new HashSet<>();

	Told(HubUnderTest hub, ViewTopics topics) {
		this.hub = hub;
		this.topics = topics;
	}

	/** What a client is to be told since it came, as far as it is known now. */
	List<String> since(StreamClient client) {
		return this.since.computeIfAbsent(client.began().orElseThrow(), this::find);
	}

	/** Whether that is what it heard; cheap for who has heard less. */
	boolean isHeardBy(StreamClient client) {
		return client.heard() >= since(client).size() && heard(client).equals(since(client));
	}

	/** Without what the hub's own table tells. */
	static List<String> ofTopics(List<String> lines) {
		return lines.stream().filter((line) -> !line.startsWith("hub ")).toList();
	}

	/** What was found is looked for anew. */
	void forget() {
		this.since.clear();
	}

	/** The logs that told of something. */
	Set<String> logs() {
		return this.logs;
	}

	private List<String> find(String id) {
		List<String> lines = new ArrayList<>();
		for (String family : ViewTopics.FAMILIES) {
			long from = StreamClient.next(id, family);
			this.topics.of(family)
				.stream()
				.filter((record) -> record.offset() >= from)
				.map((record) -> line(family, Long.toString(record.offset() + 1), family, record.key(),
						agency(family, record.key()), ViewTopics.header(record, "batch")))
				.forEach(lines::add);
		}
		String[] place = StreamClient.place(id, "hub").split("-", 2);
		this.hub.sql()
			.sql(CHANGES)
			.param("xid", place[0])
			.param("seq", (place.length > 1) ? Long.parseLong(place[1]) : 0)
			.query((row, number) -> line("hub", row.getString(1), row.getString(2), row.getString(3), row.getString(4),
					row.getString(5)))
			.list()
			.forEach(lines::add);
		return lines;
	}

	/** Of the topics the hub knows whose a row is by its key alone. */
	private static @Nullable String agency(String family, String key) {
		return Set.of("plan", "activity", "budget").contains(family) ? key.substring(0, key.indexOf(':')) : null;
	}

	/** What a client was told, in the same shape and order. */
	List<String> heard(StreamClient client) {
		Map<String, List<String>> byLog = new HashMap<>();
		for (StreamClient.Event event : client.events()) {
			String line = this.lines.computeIfAbsent(event, Told::line);
			byLog.computeIfAbsent(line.substring(0, line.indexOf(' ')), (log) -> new ArrayList<>()).add(line);
		}
		this.logs.addAll(byLog.keySet());
		List<String> lines = new ArrayList<>();
		ViewTopics.FAMILIES.forEach((family) -> lines.addAll(byLog.getOrDefault(family, List.of())));
		lines.addAll(byLog.getOrDefault("hub", List.of()));
		return lines;
	}

	private static String line(StreamClient.Event event) {
		JsonNode change = JsonMapper.shared().readTree(event.data());
		String family = change.path("family").asString();
		String log = ViewTopics.FAMILIES.contains(family) ? family : "hub";
		JsonNode agency = change.path("agency");
		return line(log, event.place(log), family, change.path("key").asString(),
				agency.isString() ? agency.asString() : null, Long.toString(change.path("batch").longValue()));
	}

	private static String line(String log, String place, String family, String key, @Nullable String agency,
			String batch) {
		return String.join(" ", log, place, family, key, String.valueOf(agency), batch);
	}

}
