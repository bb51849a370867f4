package org.buranakan.connectors.source.push;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Origin;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import tools.jackson.databind.JsonNode;

/** Takes the items of one agency's request. */
final class PushIntake {

	private static final String TYPE = "type";

	private final HostedAgency agency;

	PushIntake(HostedAgency agency) {
		this.agency = agency;
	}

	/**
	 * Settles the items and tells what became of each. An item that no source of the
	 * profile claims is answered, not recorded: it has no place to come back to.
	 */
	PushResult take(List<Pushed> items, String request, Instant now) {
		List<Submission> submissions = new ArrayList<>();
		for (Pushed item : items) {
			source(item).map((source) -> submission(source, item, request, now)).ifPresent(submissions::add);
		}
		List<Receipt> receipts = new ArrayList<>(this.agency.publisher().settle(submissions));
		List<PushResult.Item> results = items.stream()
			.map((item) -> PushResult.Item.of(item,
					source(item).isPresent() ? receipts.removeFirst() : unclaimed(item)))
			.toList();
		return new PushResult(request, results);
	}

	private Submission submission(SourceProfile source, Pushed item, String request, Instant now) {
		JsonRow anywhere = JsonRow.of(source, item, new JsonRow.Request(request, ""));
		String place = this.agency.mapping()
			.vanished(source, anywhere)
			.stream()
			.findFirst()
			.map((identity) -> identity.entity().local())
			.orElseGet(() -> digest(item.item()));
		JsonRow row = JsonRow.of(source, item, new JsonRow.Request(request, place));
		return Submission.of(this.agency.mapping(), source, row, now);
	}

	private Optional<SourceProfile> source(Pushed item) {
		return Optional.ofNullable(item.item().get(TYPE))
			.filter(JsonNode::isString)
			.flatMap((type) -> this.agency.mapping().profile().push(type.stringValue()));
	}

	private Receipt unclaimed(Pushed item) {
		if (!item.item().isObject()) {
			return new Receipt.Refused(List.of(Refusal.of(item.pointer(),
					new Objection(RefusalCode.ITEM_MALFORMED, "", item.item().getNodeType().name()))));
		}
		String types = this.agency.mapping()
			.profile()
			.sources()
			.stream()
			.map(SourceProfile::origin)
			.filter(Origin.Push.class::isInstance)
			.map((origin) -> ((Origin.Push) origin).type())
			.collect(Collectors.joining(", "));
		return new Receipt.Refused(List.of(Refusal.of(item.pointer() + "/" + TYPE,
				new Objection(RefusalCode.SOURCE_UNKNOWN, item.item().path(TYPE).asString(""), types))));
	}

	/** A place for an item whose key cannot be read: the same if it is sent again. */
	private static String digest(JsonNode item) {
		return "item " + UUID.nameUUIDFromBytes(item.toString().getBytes(StandardCharsets.UTF_8));
	}

}
