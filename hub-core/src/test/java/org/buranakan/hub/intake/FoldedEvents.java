package org.buranakan.hub.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.hub.intake.Judgement.Sound;
import org.buranakan.platform.Platform;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.record.ActRecorded;
import org.buranakan.schemas.record.BusinessDateStated;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.wire.ContractSerializer;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events as if intake had read them: through the projections and its commit, without
 * Kafka in between. No component: other tests scan for those.
 */
@Import({ Commit.class, Logs.class, Facts.class, Statements.class, Registration.class, Records.class, History.class,
		Rejections.class, Refusals.class, Aftermath.class })
public class FoldedEvents {

	private static final int TURNS = 10;

	private static final RegistryAddress REGISTRY = RegistryAddress.of(SharedPlatform.get().registry().toString());

	private static final ContractSerializer PLANS = new ContractSerializer(new SchemaRegistry(REGISTRY));

	private static final Map<Topic, Topic> REGISTERED = new ConcurrentHashMap<>();

	private final Commit commit;

	private final Logs logs;

	private final JdbcClient database;

	private final Map<Class<?>, Projection<?>> projections = new HashMap<>();

	private final Map<String, Log> claimed = new HashMap<>();

	private final Map<String, Long> offsets = new HashMap<>();

	private final SmartLifecycle deriving;

	FoldedEvents(Commit commit, Logs logs, JdbcClient database, List<Projection<?>> projections,
			@Qualifier("deriving") SmartLifecycle deriving) {
		this.deriving = deriving;
		this.commit = commit;
		this.logs = logs;
		this.database = database;
		projections.forEach((projection) -> this.projections.put(projection.kind().value().orElseThrow(), projection));
	}

	/** Empties all tables of both schemas, while nothing is derived. */
	public void forget() {
		boolean deriving = this.deriving.isRunning();
		this.deriving.stop();
		String tables = this.database.sql("""
				SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables
				WHERE schemaname IN ('hub', 'view') AND tablename <> 'flyway_schema_history'
				""").query(String.class).single();
		truncate(tables);
		this.claimed.clear();
		this.offsets.clear();
		if (deriving) {
			this.deriving.start();
		}
	}

	/**
	 * Whoever reads meanwhile, the stream's tail for one, may lock tables in another
	 * order.
	 */
	private void truncate(String tables) {
		for (int turn = 1;; turn++) {
			try {
				this.database.sql("TRUNCATE " + tables + " RESTART IDENTITY").update();
				return;
			}
			catch (PessimisticLockingFailureException deadlock) {
				if (turn == TURNS) {
					throw deadlock;
				}
			}
		}
	}

	public void publish(SpecificRecord... events) {
		publish(List.of(events));
	}

	/** In one batch. */
	public void publish(Collection<? extends SpecificRecord> events) {
		this.commit.commit(events.stream().map(this::judged).toList());
	}

	public void today(LocalDate date) {
		publish(new BusinessDateStated(date, date.atStartOfDay(java.time.ZoneOffset.UTC).toInstant()));
	}

	private Judged judged(SpecificRecord event) {
		Log log = this.claimed.computeIfAbsent(topic(event), this::claim);
		long offset = this.offsets.merge(log.topic().name(), 1L, Long::sum) - 1;
		Arrival arrival = new Arrival(log,
				new ConsumerRecord<>(log.topic().name(), 0, offset, new byte[0], value(log.topic(), event)));
		return new Judged(arrival, sound(arrival, event));
	}

	/** Of plans history is read again. */
	private static byte[] value(Topic topic, SpecificRecord event) {
		if (!(event instanceof PlanRecorded)) {
			return new byte[0];
		}
		REGISTERED.computeIfAbsent(topic, FoldedEvents::register);
		return Objects.requireNonNull(PLANS.serialize(topic.name(), event));
	}

	private static Topic register(Topic topic) {
		Platform platform = SharedPlatform.get();
		new Registrar(REGISTRY.as(platform.registrar().user(), platform.registrar().password())).register(topic,
				Contract.of(PlanRecorded.class).newest());
		return topic;
	}

	@SuppressWarnings("unchecked") // keyed by the class that each reads
	private <E extends SpecificRecord> Sound<E> sound(Arrival arrival, E event) {
		Projection<E> projection = (Projection<E>) projection(event);
		return new Sound<>(projection, identity(event).fact(arrival, event, projection.touches(event)));
	}

	private static Identity identity(SpecificRecord event) {
		return switch (event) {
			case ReferenceRecorded reference -> new Identity(reference.getKind() + "/" + reference.getCode(),
					reference.getRevision(), null, null, reference.getRecordedAt());
			case BusinessDateStated stated ->
				new Identity(stated.getDate().toString(), 1, null, null, stated.getRecordedAt());
			case ActRecorded act -> Identity.of(act);
			default -> {
				Envelope envelope = Envelope.of(event);
				yield new Identity(envelope.entityId(), envelope.revision(), envelope.eventId(), envelope.occurredAt(),
						envelope.recordedAt());
			}
		};
	}

	private String topic(SpecificRecord event) {
		return switch (event) {
			case ReferenceRecorded _ -> "hub.reference";
			case BusinessDateStated _ -> "hub.clock";
			case ActRecorded act -> "audit." + act.getActor() + ".act";
			default -> "agency." + Envelope.of(event).agency() + "." + projection(event).kind().code();
		};
	}

	private Projection<?> projection(SpecificRecord event) {
		return Objects.requireNonNull(this.projections.get(event.getClass()));
	}

	private Log claim(String name) {
		Topic topic = Topic.parse(name).orElseThrow();
		this.logs.register(topic, 0,
				UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString());
		TopicPartition partition = new TopicPartition(name, 0);
		return Objects.requireNonNull(this.logs.claim(Map.of(partition, 0L)).get(partition)).log();
	}

}
