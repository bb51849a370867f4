package org.buranakan.hub.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
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

@Command(name = "act", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "Puts on record what an auditor or operator says of a finding, in the actor's own topic.",
				"It holds for the finding as the hub shows it now: where its records change, it is open again.",
				"Ends with 0 once Kafka has it for good, 2 with the reason where it is not written,",
				"3 where Kafka did not say whether it is: repeat it with the --id that is printed." })
final class AuditAct implements Callable<Integer> {

	private static final Duration STEP = Duration.ofMillis(250);

	/** How often the hub is asked whether it has read the act. */
	private static final int ATTEMPTS = 60;

	private static final int UNSURE = 3;

	@Parameters(index = "0", paramLabel = "acknowledge|dismiss|reopen", description = "What is done.")
	private Deed deed = Deed.ACKNOWLEDGE;

	@Parameters(index = "1", paramLabel = "FINDING", description = "Id of the finding.")
	private String finding = "";

	@Option(names = "--as", paramLabel = "FILE", required = true,
			description = "Client properties of the auditor or operator, for example auditor.properties.")
	private Path properties = Path.of("");

	@Option(names = "--reason-th", paramLabel = "TEXT", description = "Why, in Thai; a dismissal needs it.")
	private @Nullable String thai;

	@Option(names = "--reason-en", paramLabel = "TEXT", description = "Why, in English.")
	private @Nullable String english;

	@Option(names = "--content", paramLabel = "SHA-256",
			description = "Its content as you read it (field content): nothing is written if it is another one now.")
	private @Nullable String content;

	@Option(names = "--id", paramLabel = "UUID",
			description = "Of an act that may have been written: written again, it is on record once.")
	private @Nullable UUID id;

	@Mixin
	private HubOptions hub = new HubOptions();

	@Override
	public Integer call() throws IOException, InterruptedException {
		try (HubApi api = this.hub.open(); ActLog log = ActLog.of(this.properties)) {
			JsonNode known = known(api);
			this.hub.say(known.path("text").path(this.hub.of("th", "en")).asString());
			if (this.id != null && holds(known, this.id)) {
				this.hub.say(this.hub.of("บันทึกไว้แล้ว", "It is on record already."));
				return 0;
			}
			ActRecorded act = act(log, known);
			String place = log.write(act);
			this.hub.say(this.hub.of("บันทึกแล้วที่ ", "On record at ") + place);
			await(api, act.getActId());
			return 0;
		}
		catch (ActLog.Unsure ex) {
			this.hub.say(this.hub.of("ไม่ทราบว่าบันทึกแล้วหรือไม่ โปรดสั่งซ้ำด้วย --id ",
					"Not known whether it is on record; repeat it with --id ") + ex.act());
			this.hub.say(ex.toString());
			return UNSURE;
		}
	}

	private JsonNode known(HubApi api) throws IOException, InterruptedException {
		JsonNode known = api.read(path());
		if (!known.path("content").isString()) {
			throw new IOException("ข้อสังเกตนี้คลี่คลายแล้ว / This finding no longer holds: " + this.finding);
		}
		if (this.content != null && !known.path("content").asString().equals(this.content)) {
			throw new IOException("ข้อสังเกตนี้เปลี่ยนไปแล้ว โปรดอ่านใหม่ / It has changed since, read it again: "
					+ known.path("text").path(this.hub.of("th", "en")).asString());
		}
		return known;
	}

	private ActRecorded act(ActLog log, JsonNode known) throws IOException {
		Map<String, String> seen = new TreeMap<>();
		seen.put(ActKind.CONTENT, known.path("content").asString());
		seen.put(ActKind.ANSWERS, known.path("answersContent").asString());
		known.path("decidedBy").stringValueOpt().ifPresent((act) -> seen.put(ActKind.SUPERSEDES, act));
		UUID named = (this.id != null) ? this.id : UuidV7.random(Instant.now());
		ActRecorded act = ActRecorded.newBuilder()
			.setActId(named)
			.setActor(log.actor())
			.setKind(this.deed.kind.code())
			.setSubject(this.finding)
			.setReason((this.thai == null) ? null : new LocalizedText(this.thai, this.english))
			.setRecordedAt(UuidV7.instant(named))
			.setAttributes(seen)
			.build();
		if (this.deed.kind.missing(act).isPresent()) {
			throw new IOException("ต้องบอกเหตุผลเป็นภาษาไทย (--reason-th) / A reason in Thai is needed (--reason-th)");
		}
		if (!log.knows(this.deed.kind)) {
			throw new IOException("บัญชี act-kind ใน hub.reference ยังไม่มี / The reference list act-kind lacks "
					+ this.deed.kind.code());
		}
		return act;
	}

	/** What was written stands, however long the hub takes to read it. */
	private void await(HubApi api, UUID id) throws InterruptedException {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			try {
				JsonNode now = api.read(path());
				if (holds(now, id)) {
					this.hub.say(this.hub.of("ข้อสังเกตนี้: ", "The finding is now: ")
							+ status(now.path("status").asString()));
					return;
				}
			}
			catch (IOException ex) {
				break;
			}
			LockSupport.parkNanos(STEP.toNanos());
		}
		this.hub.say(this.hub.of("ระบบจะแสดงเมื่ออ่านถึง", "The hub will show it once it has read it."));
	}

	private static boolean holds(JsonNode finding, UUID act) {
		return finding.path("acts")
			.valueStream()
			.anyMatch((known) -> act.toString().equals(known.path("lineage").path("eventId").asString()));
	}

	private String status(String status) {
		return switch (status) {
			case "ACKNOWLEDGED" -> this.hub.of("รับทราบแล้ว", "acknowledged");
			case "DISMISSED" -> this.hub.of("ยุติพร้อมเหตุผล", "dismissed with a reason");
			case "ANSWERED" -> this.hub.of("ชี้แจงแล้ว", "answered");
			case "RESOLVED" -> this.hub.of("คลี่คลายแล้ว", "resolved");
			default -> this.hub.of("เปิดอยู่", "open");
		};
	}

	private String path() {
		return "/api/v1/findings/" + URLEncoder.encode(this.finding, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/** What can be done about a finding. */
	enum Deed {

		ACKNOWLEDGE(ActKind.FINDING_ACKNOWLEDGED), DISMISS(ActKind.FINDING_DISMISSED), REOPEN(ActKind.FINDING_REOPENED);

		private final ActKind kind;

		Deed(ActKind kind) {
			this.kind = kind;
		}

	}

}
