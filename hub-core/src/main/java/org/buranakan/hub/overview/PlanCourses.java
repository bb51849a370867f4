package org.buranakan.hub.overview;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.buranakan.hub.overview.PlanView.MilestoneView;
import org.buranakan.hub.view.Busy;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Snapshots;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Text;
import org.buranakan.schemas.event.Milestone;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.Decoding.Malformed;
import org.buranakan.schemas.wire.RecordDecoder;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * How plans came to be agreed. The view holds their newest content alone; of the earlier
 * revisions that somebody spoke of, history has the records.
 */
@Component
class PlanCourses {

	private static final Duration LONGEST = Duration.ofSeconds(15);

	/**
	 * Each keeps a connection of the readers', also while the registry does not answer.
	 */
	private static final int AT_ONCE = 3;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final String EARLIER = Statement.of(PlanCourses.class, "plan-earlier.sql");

	private static final String COURSE = Statement.of(PlanCourses.class, "plan-course.sql");

	private final Snapshots snapshots;

	private final SchemaRegistry registry;

	private final JsonMapper mapper;

	private final Semaphore places = new Semaphore(AT_ONCE, true);

	PlanCourses(Snapshots snapshots, SchemaRegistry registry, JsonMapper mapper) {
		this.snapshots = snapshots;
		this.registry = registry;
		this.mapper = mapper;
	}

	/**
	 * The course of a plan; empty where it is unknown.
	 * @throws Busy if as many as may are being read
	 */
	Optional<PlanCourse> course(String id) {
		takePlace();
		try {
			AtomicReference<Optional<PlanCourse>> course = new AtomicReference<>(Optional.empty());
			this.snapshots.read(LONGEST, (documents) -> course.set(course(id, documents)));
			return course.get();
		}
		finally {
			this.places.release();
		}
	}

	private void takePlace() {
		try {
			if (this.places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new Busy("มีผู้อ่านเส้นทางของแผนอยู่เต็มแล้ว โปรดลองใหม่ในอีกครู่หนึ่ง",
				"As many courses of plans as may be are being read; try again in a moment.");
	}

	private Optional<PlanCourse> course(String id, Documents documents) {
		RecordDecoder<PlanRecorded> decoder = new RecordDecoder<>(this.registry, PlanRecorded.class);
		List<Content> earlier = documents.list(EARLIER, Map.of("id", id), byte[].class)
			.stream()
			.flatMap((value) -> content(value, decoder))
			.toList();
		return documents.one(COURSE, Map.of("id", id, "earlier", this.mapper.writeValueAsString(earlier)),
				PlanCourse.class);
	}

	/** What cannot be read any more is a revision of which nothing is known. */
	private static Stream<Content> content(byte[] value, RecordDecoder<PlanRecorded> decoder) {
		return switch (decoder.decode(value)) {
			case Decoded<PlanRecorded>(var plan, var _) -> Stream.of(Content.of(plan));
			case Malformed<PlanRecorded>(var _, var _) -> Stream.empty();
		};
	}

	/**
	 * What a revision said of its parties and milestones.
	 *
	 * @param named the lead, partners and parties of the memorandum
	 */
	private record Content(long revision, List<String> named, List<MilestoneView> milestones) {

		static Content of(PlanRecorded plan) {
			Stream<String> parties = Stream.concat(Stream.of(plan.getLead()), plan.getPartners().stream());
			Stream<String> memorandum = Stream.ofNullable(plan.getMemorandum())
				.flatMap((document) -> document.getParties().stream());
			return new Content(plan.getRevision(), Stream.concat(parties, memorandum).distinct().toList(),
					plan.getMilestones().stream().map(Content::milestone).toList());
		}

		private static MilestoneView milestone(Milestone milestone) {
			return new MilestoneView(milestone.getCode(),
					new Text(milestone.getTitle().getTh(), milestone.getTitle().getEn()), milestone.getDueOn(),
					milestone.getStatus().name(), milestone.getDoneOn());
		}

	}

}
