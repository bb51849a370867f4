package org.buranakan.connectors.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;

/** Records refusals against a memory: each once, and its resolution once. */
final class Refusals {

	private final Memory memory;

	private final Dispatch dispatch;

	private final AgencyId agency;

	private final String system;

	private final Instant now;

	Refusals(Memory memory, Dispatch dispatch, AgencyId agency, String system, Clock clock) {
		this.memory = memory;
		this.dispatch = dispatch;
		this.agency = agency;
		this.system = system;
		this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/** Records what is refused of a row now, and resolves what is refused no longer. */
	void record(Provenance provenance, List<Refusal> refusals) {
		for (Refusal refusal : refusals) {
			String key = provenance.key(refusal);
			SourceRefused record = record(provenance, refusal);
			if (this.memory.open(key).filter((open) -> isSame(open, record)).isEmpty()) {
				this.memory.replay(key, record);
				this.dispatch.send(key, record);
			}
		}
		List<String> open = this.memory.openKeysOf(provenance.place());
		if (!open.isEmpty()) {
			Set<String> still = refusals.stream().map(provenance::key).collect(Collectors.toSet());
			open.stream().filter((key) -> !still.contains(key)).forEach(this::resolve);
		}
	}

	/** Resolves every open refusal whose key begins so, but for those of some rows. */
	void resolveOthers(String prefix, Set<String> places) {
		this.memory.openKeys(prefix)
			.stream()
			.filter((key) -> !places.contains(this.memory.place(key)))
			.forEach(this::resolve);
	}

	/** Resolves such open refusals and tells their keys. */
	List<String> resolve(Predicate<SourceRefused> such) {
		List<String> keys = this.memory.openKeys("")
			.stream()
			.filter((key) -> this.memory.open(key).filter(such).isPresent())
			.toList();
		keys.forEach(this::resolve);
		return keys;
	}

	private void resolve(String key) {
		this.memory.open(key).ifPresent((open) -> {
			SourceRefused resolved = SourceRefused.newBuilder(open).setResolved(true).setRecordedAt(this.now).build();
			this.memory.replay(key, resolved);
			this.dispatch.send(key, resolved);
		});
	}

	private SourceRefused record(Provenance provenance, Refusal refusal) {
		return SourceRefused.newBuilder()
			.setAgency(this.agency.value())
			.setSource(provenance.of(this.system, refusal))
			.setFamily(refusal.family().map(Family::code).orElse(null))
			.setField(Optional.of(refusal.heading()).filter((heading) -> !heading.isEmpty()).orElse(null))
			.setOffered(Optional.of(refusal.objection().offered()).filter((text) -> !text.isEmpty()).orElse(null))
			.setCode(refusal.objection().code().code())
			.setReason(refusal.objection().reason())
			.setRemedy(refusal.objection().remedy())
			.setRecordedAt(this.now)
			.build();
	}

	/** Whether both refuse the same value in the same place for the same reason. */
	private static boolean isSame(SourceRefused one, SourceRefused other) {
		return one.getCode().equals(other.getCode()) && Objects.equals(one.getOffered(), other.getOffered())
				&& Objects.equals(one.getFamily(), other.getFamily())
				&& one.getSource().getPlace().equals(other.getSource().getPlace())
				// By its content it is found again under its right name.
				&& (!WholeFile.isRefused(one)
						|| one.getSource().getContainer().equals(other.getSource().getContainer()))
				&& one.getReason().equals(other.getReason());
	}

}
