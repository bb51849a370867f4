package org.buranakan.connectors.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.buranakan.schemas.provision.ReferenceBook;
import org.buranakan.schemas.record.ReferenceRecorded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "load", mixinStandardHelpOptions = true,
		description = { "Brings reference data on record: a CSV file in UTF-8 with the columns",
				"kind,code,parent,th,en,attributes (name=value;…) and, if wanted, validFrom,validTo.",
				"What is on record with the same content is not recorded again." })
final class ReferenceLoad implements Callable<Integer> {

	@Parameters(index = "0", paramLabel = "FILE", description = "The CSV file.")
	private Path file = Path.of("");

	@Option(names = "--administrator", required = true, paramLabel = "FILE",
			description = "Client properties that may write hub.reference.")
	private Path administrator = Path.of("");

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException {
		List<ReferenceRecorded> data = new ReferenceFile(this.file).read();
		Administrator who = Administrator.of(this.administrator);
		try (Producer<String, SpecificRecord> producer = who.producer();
				Consumer<String, SpecificRecord> consumer = who.consumer()) {
			int added = new ReferenceBook(producer, consumer).record(data);
			this.spec.commandLine()
				.getOut()
				.printf("%d of %d rows are new or changed, and on record now.%n", added, data.size());
		}
		return 0;
	}

}
