package org.buranakan.hub.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import org.buranakan.hub.audit.ActLog;
import org.buranakan.schemas.envelope.ActKind;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ActRecorded;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

@Command(name = "accept", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Puts on record, in the operator's own topic, that records of a parked log are gone for good.",
		"The hub then reads the log on behind them. It is for ever: replays of this history say what they lack.",
		"Ends with 0 once Kafka has it for good, 2 with the reason where it is not written, 3 where",
		"Kafka did not say: repeat it then, twice is as once." })
final class AuditAccept implements Callable<Integer> {

	private static final Duration STEP = Duration.ofMillis(250);

	/** How often the hub is asked whether it reads on; it looks every half a minute. */
	private static final int ATTEMPTS = 240;

	private static final int UNSURE = 3;

	@Parameters(index = "0", paramLabel = "TOPIC", description = "The parked log, for example agency.codi.plan.")
	private String topic = "";

	@Option(names = "--as", paramLabel = "FILE", required = true,
			description = "Client properties of the operator: operator.properties.")
	private Path properties = Path.of("");

	@Option(names = "--reason-th", paramLabel = "TEXT", required = true, description = "Why, in Thai.")
	private String thai = "";

	@Option(names = "--reason-en", paramLabel = "TEXT", description = "Why, in English.")
	private @Nullable String english;

	@Mixin
	private HubOptions hub = new HubOptions();

	@Override
	public Integer call() throws IOException, InterruptedException {
		try (HubApi api = this.hub.open(); ActLog log = ActLog.of(this.properties)) {
			JsonNode parked = parked(api);
			this.hub.say(parked.path("parked").path("why").path(this.hub.of("th", "en")).asString());
			String place = log.write(act(log, parked));
			this.hub.say(this.hub.of("บันทึกแล้วที่ ", "On record at ") + place);
			await(api, parked.path("parked").path("upto").longValue());
			return 0;
		}
		catch (ActLog.Unsure ex) {
			this.hub.say(this.hub.of("ไม่ทราบว่าบันทึกแล้วหรือไม่ โปรดสั่งซ้ำ",
					"Not known whether it is on record; repeat it."));
			this.hub.say(ex.toString());
			return UNSURE;
		}
	}

	private JsonNode parked(HubApi api) throws IOException, InterruptedException {
		JsonNode log = log(api);
		if (log.isMissingNode()) {
			throw new IOException("ระบบไม่ได้อ่านบันทึกนี้ / The hub reads no log of that name: " + this.topic);
		}
		JsonNode parked = log.path("parked");
		if (parked.isMissingNode() || parked.isNull()) {
			throw new IOException("บันทึกนี้ไม่ได้ถูกพักไว้ / This log is not parked: " + this.topic);
		}
		if (!parked.path("upto").isIntegralNumber()) {
			throw new IOException(("ยอมรับไม่ได้ ต้องกู้ข้อมูลหรือเริ่มใหม่ตามที่ /actuator/health บอก: %s / "
					+ "There is nothing to accept; restore the data or start anew as /actuator/health says: %s")
				.formatted(parked.path("why").path("th").asString(), parked.path("why").path("en").asString()));
		}
		return log;
	}

	private ActRecorded act(ActLog log, JsonNode parked) throws IOException {
		if (!log.isOperators()) {
			throw new IOException("ผู้ดูแลเท่านั้นที่ยอมรับได้ / Operators alone can accept it, not " + log.actor());
		}
		ActRecorded act = ActRecorded.newBuilder()
			.setActId(UUID.randomUUID())
			.setActor(log.actor())
			.setKind(ActKind.LOG_GAP_ACCEPTED.code())
			.setSubject(this.topic)
			.setReason(new LocalizedText(this.thai, this.english))
			.setRecordedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
			.setAttributes(Map.of(ActKind.TOPIC_ID, parked.path("topicId").asString(), ActKind.FROM,
					parked.path("nextOffset").asString(), ActKind.UPTO, parked.path("parked").path("upto").asString()))
			.build();
		if (ActKind.LOG_GAP_ACCEPTED.missing(act).isPresent()) {
			throw new IOException("ต้องบอกเหตุผลเป็นภาษาไทย (--reason-th) / A reason in Thai is needed (--reason-th)");
		}
		if (!log.knows(ActKind.LOG_GAP_ACCEPTED)) {
			throw new IOException("บัญชี act-kind ใน hub.reference ยังไม่มี / The reference list act-kind lacks "
					+ ActKind.LOG_GAP_ACCEPTED.code());
		}
		return act;
	}

	/** What was written stands, however long the hub takes to read it. */
	private void await(HubApi api, long upto) throws InterruptedException {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			try {
				JsonNode log = log(api);
				if (log.path("state").asString().equals("RUNNING") && log.path("nextOffset").longValue() >= upto) {
					this.hub.say(this.hub.of("ระบบอ่านบันทึกนี้ต่อจากลำดับ ", "The hub reads this log on from offset ")
							+ upto);
					return;
				}
			}
			catch (IOException ex) {
				break;
			}
			LockSupport.parkNanos(STEP.toNanos());
		}
		this.hub
			.say(this.hub.of("ระบบจะอ่านต่อเมื่ออ่านถึงการยอมรับนี้", "The hub will read on once it has read this."));
	}

	private JsonNode log(HubApi api) throws IOException, InterruptedException {
		return api.read("/api/v1/logs")
			.valueStream()
			.filter((log) -> log.path("topic").asString().equals(this.topic))
			.findFirst()
			.orElseGet(MissingNode::getInstance);
	}

}
