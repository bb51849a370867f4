package org.buranakan.connectors.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.buranakan.schemas.provision.ReferenceBook;
import org.buranakan.schemas.record.BusinessDateStated;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "date", mixinStandardHelpOptions = true,
		description = { "States the business date, which the plan takes for today: what is late, due or ahead of it.",
				"It never goes back. One that is on record is not recorded again." })
final class ReferenceDate implements Callable<Integer> {

	private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

	@Parameters(index = "0", arity = "0..1", paramLabel = "DATE",
			description = "ISO, of the common era: 2026-01-31. Today in Bangkok if left out.")
	private @Nullable LocalDate date;

	@Option(names = "--administrator", required = true, paramLabel = "FILE",
			description = "Client properties that may write hub.clock.")
	private Path administrator = Path.of("");

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException {
		LocalDate today = LocalDate.now(BANGKOK);
		LocalDate stated = (this.date != null) ? this.date : today;
		if (stated.isAfter(today)) {
			throw new ParameterException(this.spec.commandLine(),
					"ยังไม่ถึงวันที่ " + stated + " และวันทำการถอยกลับไม่ได้ / " + stated
							+ " has not come yet, and a business date cannot be taken back");
		}
		Administrator who = Administrator.of(this.administrator);
		try (Producer<String, SpecificRecord> producer = who.producer();
				Consumer<String, SpecificRecord> consumer = who.consumer()) {
			int added = new ReferenceBook(producer, consumer)
				.state(List.of(new BusinessDateStated(stated, Instant.now())));
			this.spec.commandLine()
				.getOut()
				.println(stated + ((added > 0) ? " is on record now." : " was on record already."));
		}
		return 0;
	}

}
