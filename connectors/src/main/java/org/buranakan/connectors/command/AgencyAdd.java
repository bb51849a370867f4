package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.provision.LogReferences;
import org.buranakan.schemas.provision.Membership;
import org.buranakan.schemas.provision.Provisioned;
import org.buranakan.schemas.provision.ReferenceBook;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "add", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "Lets an agency join: login, topics, rights, subjects, reference data, and a kit for its IT.",
				"Doing it again changes nothing that stands, the password and the agency's own edits least of all." })
final class AgencyAdd implements Callable<Integer> {

	@Mixin
	private Joining joining = new Joining();

	@Option(names = "--name", required = true, paramLabel = "ชื่อ", description = "The agency's name in Thai.")
	private String name = "";

	@Option(names = "--name-en", required = true, paramLabel = "NAME", description = "The agency's name in English.")
	private String nameEn = "";

	@Option(names = "--kind", paramLabel = "KIND", defaultValue = "provincial-centre",
			description = "What kind of agency it is, a word of your own (default: ${DEFAULT-VALUE}).")
	private String kind = "";

	@Option(names = "--provinces", split = ",", required = true, paramLabel = "CODE",
			description = "The provinces it reports on, two digits each, with commas between.")
	private List<String> provinces = List.of();

	@Option(names = "--source", paramLabel = "push|spreadsheet|database", defaultValue = "push",
			description = "What it keeps its data in (default: ${DEFAULT-VALUE}).")
	private SourceChoice source = SourceChoice.PUSH;

	@Option(names = "--cadence-days", paramLabel = "DAYS", defaultValue = "31",
			description = "After how many days without a word it counts as silent (default: ${DEFAULT-VALUE}).")
	private int cadenceDays;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException {
		AgencyId agency = this.joining.agency();
		Principal login = Principal.agency(agency);
		Administrator administrator = Administrator.of(this.joining.administrator());
		Kit kit = this.joining.kit();
		PrintWriter out = this.spec.commandLine().getOut();
		try (Admin admin = administrator.admin();
				Producer<String, SpecificRecord> producer = administrator.producer();
				Consumer<String, SpecificRecord> consumer = administrator.consumer()) {
			Membership membership = new Membership(admin, administrator.registrar());
			boolean member = membership.has(login);
			if (member && !kit.isThere()) {
				throw new IllegalStateException(agency + " has joined already and its kit is not in " + kit.directory()
						+ ". Point --kits to it, or make a new one: agency rotate " + agency + " --new-kit");
			}
			ReferenceBook book = new ReferenceBook(producer, consumer);
			List<String> unknown = book.unknown("area", this.provinces);
			if (!unknown.isEmpty() || this.provinces.stream().anyMatch((province) -> province.length() != 2)) {
				throw new IllegalStateException("Not all of " + String.join(", ", this.provinces)
						+ " are provinces that the hub knows: correct --provinces, or load the province first: reference load FILE");
			}
			Secret password = Secret.random();
			Map<String, String> client = ClientProperties.of(administrator, login, password,
					ScramMechanism.SCRAM_SHA_512);
			if (!member) {
				// Before Kafka knows it: a password that only Kafka knew would be lost.
				kit.renew(client);
				kit.keepOnlyTheNewest();
			}
			Provisioned provisioned = membership.join(agency, password.value());
			int logs = new LogReferences(producer, consumer, Clock.systemUTC()).publish(provisioned);
			int data = book.record(List.of(
					reference("agency", agency,
							Map.of("kind", this.kind, "source", this.source.name().toLowerCase(java.util.Locale.ROOT),
									"provinces", String.join(",", this.provinces), "cadenceDays",
									String.valueOf(this.cadenceDays))),
					reference("organisation", agency, Map.of("type", "agency", "agency", agency.value()))));
			kit.write(client, this.source, words());
			if (this.source == SourceChoice.DATABASE) {
				admitWorker(administrator, membership, kit.worker());
			}
			out.println(member ? agency + " had joined already; what was missing is there now."
					: agency + " has joined · เข้าร่วมแล้ว");
			out.printf(
					"  topics      agency.%s.plan | activity | budget | complaint | agreement | answer | refused | seal%n",
					agency);
			out.printf("  reference   %d records added, %d of them topic ids%n", logs + data, logs);
			out.printf("  kit         %s%n", kit.directory().toAbsolutePath());
			out.printf("Hand the kit to the agency's IT; its README.md says what to do next.%n");
		}
		return 0;
	}

	/** The login of the Kafka Connect worker that captures the agency's database. */
	private void admitWorker(Administrator administrator, Membership membership, WorkerFile file) {
		Principal worker = Principal.connect(this.joining.agency());
		Secret password = Secret.random();
		if (membership.has(worker) && !file.isThere()) {
			throw new IllegalStateException(worker.name() + " has a login that the kit lacks: agency rotate "
					+ this.joining.agency() + " makes another");
		}
		if (!membership.has(worker)) {
			file.requireLogin();
			file.renew(ClientProperties.of(administrator, worker, password, ScramMechanism.SCRAM_SHA_512));
		}
		membership.admitWorker(this.joining.agency(), password.value());
	}

	private Map<String, String> words() {
		Map<String, String> words = new TreeMap<>();
		words.put("agency", this.joining.agency().value());
		words.put("name", this.name);
		words.put("nameEn", this.nameEn);
		words.put("province", this.provinces.getFirst());
		words.put("within",
				this.provinces.stream().map((province) -> "\"" + province + "\"").collect(Collectors.joining(", ")));
		return words;
	}

	private ReferenceRecorded reference(String kind, AgencyId agency, Map<String, String> attributes) {
		return ReferenceRecorded.newBuilder()
			.setKind(kind)
			.setCode(agency.value())
			.setRevision(1)
			.setRecordedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
			.setValidFrom(LocalDate.EPOCH)
			.setName(new LocalizedText(this.name, this.nameEn))
			.setAttributes(new TreeMap<>(attributes))
			.build();
	}

}
