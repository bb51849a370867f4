package org.buranakan.hub.area;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import org.buranakan.hub.derivation.Derived;
import org.buranakan.hub.derivation.DirtyKeys;
import org.buranakan.hub.view.Statement;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.PlanStatus;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.wire.Decoding;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.Decoding.Malformed;
import org.buranakan.schemas.wire.Flaw;
import org.buranakan.schemas.wire.RecordDecoder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a plan said of an area first, of the revisions that applied up to its newest: a
 * function of its log up to there. The facts hold the newest alone; what it says is kept
 * when it is looked at, and those that went unseen between two looks are read from
 * history. Before the areas, which count from the first day.
 */
@Component
@Order(-1)
class FirstSaid implements Derived {

	private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

	/** Records that are read and written at once. */
	private static final int SLICE = 500;

	private static final String ASKED = Statement.of(FirstSaid.class, "first-said-asked.sql");

	private static final String EARLIER = Statement.of(FirstSaid.class, "first-said-earlier.sql");

	private static final String WRITE = Statement.of(FirstSaid.class, "first-said.sql");

	private static final String NOW = Statement.of(FirstSaid.class, "first-said-now.sql");

	private final SchemaRegistry registry;

	private final JsonMapper mapper;

	FirstSaid(SchemaRegistry registry, JsonMapper mapper) {
		this.registry = registry;
		this.mapper = mapper;
	}

	@Override
	public int derive(JdbcClient view, DirtyKeys keys) {
		String @Nullable [] plans = keys.restriction("plan", false);
		if (plans != null && plans.length == 0) {
			return 0;
		}
		List<Asked> asked = view.sql(ASKED)
			.param("keys", plans)
			.query((row, number) -> new Asked(row.getString(1), row.getLong(2)))
			.list();
		String[] ids = asked.stream().map(Asked::id).toArray(String[]::new);
		return readEarlier(view, ids) + view.sql(NOW)
			.param("keys", plans)
			.param("plans", ids)
			.param("revisions", asked.stream().map(Asked::revision).toArray(Long[]::new))
			.query(Integer.class)
			.single();
	}

	private int readEarlier(JdbcClient view, String[] plans) {
		if (plans.length == 0) {
			return 0;
		}
		RecordDecoder<PlanRecorded> decoder = new RecordDecoder<>(this.registry, PlanRecorded.class);
		try (Stream<List<Said>> said = view.sql(EARLIER)
			.withFetchSize(SLICE)
			.param("plans", plans)
			.query((row, number) -> said(row.getString("id"), decoder.decode(row.getBytes("value")),
					row.getLong("log_offset"), row.getString("event_id")))
			.stream()) {
			return said.gather(Gatherers.windowFixed(SLICE))
				.mapToInt((slice) -> view.sql(WRITE)
					.param("said", this.mapper.writeValueAsString(slice.stream().flatMap(List::stream).toList()))
					.update())
				.sum();
		}
	}

	/**
	 * What cannot be read has said nothing. History has it as applied, so it was read
	 * once: a schema that is unknown by now is the registry's loss, which is waited for.
	 */
	private static List<Said> said(String plan, Decoding<PlanRecorded> record, long offset, String event) {
		return switch (record) {
			case Decoded<PlanRecorded>(var earlier, var _) ->
				(earlier.getStatus() != PlanStatus.WITHDRAWN) ? said(plan, earlier, offset, event) : List.of();
			case Malformed<PlanRecorded>(var flaw, var why) when flaw == Flaw.UNKNOWN_SCHEMA_ID ->
				throw new IllegalStateException("The registry has lost a schema of " + plan + ": " + why);
			case Malformed<PlanRecorded>(var _, var _) -> List.of();
		};
	}

	private static List<Said> said(String plan, PlanRecorded earlier, long offset, String event) {
		LocalDate day = earlier.getOccurredAt().atZone(BANGKOK).toLocalDate();
		List<Said> said = new ArrayList<>();
		earlier.getAreas().forEach((named) -> {
			List<String> what = new ArrayList<>(List.of("NAMED"));
			if (named.getStage() != null) {
				what.add("STAGE " + named.getStage());
			}
			if (earlier.getStatus() == PlanStatus.COMPLETED) {
				what.add("COMPLETED");
			}
			what.forEach((one) -> said
				.add(new Said(plan, named.getArea(), one, earlier.getProgramme(), day, offset, event)));
		});
		return said;
	}

	/** A plan of which more went by than its newest revision, as new as it was then. */
	private record Asked(String id, long revision) {

	}

	/** By the names that the statement reads. */
	private record Said(String plan, String area, String what, String programme, LocalDate day, long offset,
			String event) {

	}

}
