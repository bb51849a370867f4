package org.buranakan.connectors.source.push;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Origin;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import tools.jackson.databind.JsonNode;

/** Takes the items of one agency's request. */
final class PushIntake {

	/** How long a push waits for other settlements of its agency. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final String TYPE = "type";

	private final HostedAgency agency;

	PushIntake(HostedAgency agency) {
		this.agency = agency;
	}

	/**
	 * Settles the items and tells what became of each. An item that no source of the
	 * profile claims, or whose key cannot be read, is answered, not recorded: it has no
	 * place to come back to.
	 */
	PushResult take(List<Pushed> items, String request, Instant now) {
		List<Optional<Submission>> read = items.stream()
			.map((item) -> source(item).map((source) -> submission(source, item, request, now)))
			.toList();
		List<Submission> submissions = read.stream().flatMap(Optional::stream).filter(PushIntake::hasPlace).toList();
		Iterator<Receipt> receipts = this.agency.publisher().settle(submissions, PATIENCE).iterator();
		List<PushResult.Item> results = new ArrayList<>();
		for (int index = 0; index < items.size(); index++) {
			Pushed item = items.get(index);
			results.add(PushResult.Item.of(item,
					read.get(index)
						.map((submission) -> hasPlace(submission) ? receipts.next() : unplaced(submission))
						.orElseGet(() -> unclaimed(item))));
		}
		return new PushResult(request, results);
	}

	private Submission submission(SourceProfile source, Pushed item, String request, Instant now) {
		JsonRow anywhere = JsonRow.of(source, item, new JsonRow.Request(request, ""));
		String place = this.agency.mapping()
			.vanished(source, anywhere)
			.stream()
			.findFirst()
			.map((identity) -> identity.entity().local())
			.orElse("");
		JsonRow row = JsonRow.of(source, item, new JsonRow.Request(request, place));
		return Submission.of(this.agency.mapping(), source, row, now);
	}

	private static boolean hasPlace(Submission submission) {
		return !submission.provenance().row().isEmpty();
	}

	private static Receipt unplaced(Submission submission) {
		return switch (submission.outcome()) {
			case Outcome.Refused(List<Refusal> refusals) -> new Receipt.Refused(refusals);
			case Outcome.Mapped ignored -> new Receipt.Unchanged();
		};
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

}
