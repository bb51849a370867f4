package org.buranakan.hub.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.buranakan.hub.person.People;
import org.buranakan.hub.person.People.Listed;
import org.buranakan.hub.person.Person;
import org.buranakan.hub.person.Role;
import org.buranakan.hub.person.ConfiguredPeople;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may sign in, for whoever has the hub's own configuration. */
@Command(name = "person", mixinStandardHelpOptions = true,
		description = { "Says who may sign in. For the first administrator, and where nobody can sign in any more;",
				"administrators do the same on the page.",
				"Works on the hub's database, as hub.yml and the environment name it;", "the hub must have run once." })
final class PersonCommand {

	private static final String BY = "command";

	@Spec
	private CommandSpec command = CommandSpec.create();

	@Command(name = "add", mixinStandardHelpOptions = true, sortOptions = false,
			description = "Adds a person and prints the password that was made, this once.")
	int add(@Parameters(paramLabel = "NAME", description = "By which the person signs in.") String name,
			@Option(names = "--role", required = true, paramLabel = "ROLE",
					description = "officer, coordinator, auditor or administrator.") Role role,
			@Option(names = "--agency", paramLabel = "ID", description = "An officer's own.") @Nullable String agency,
			@Option(names = "--display-name", paramLabel = "TEXT",
					description = "As others read it; the name if left out.") @Nullable String displayName,
			@Option(names = "--by-provider",
					description = "No password: the OpenID Connect provider signs the person in.") boolean byProvider) {
		return on((people) -> {
			if (people.all().stream().anyMatch((known) -> known.name().equals(name))) {
				throw new IllegalArgumentException(
						"มีผู้ใช้ชื่อนี้แล้ว / There is one of that name already: " + name + "; see person password");
			}
			people.add(new Person(name, (displayName != null) ? displayName : name, role, agency), BY);
			if (!byProvider) {
				out().println(people.renewPassword(name, BY));
			}
		});
	}

	@Command(name = "password", mixinStandardHelpOptions = true,
			description = "Makes a new password and prints it, this once; the person's sessions end.")
	int password(@Parameters(paramLabel = "NAME") String name) {
		return on((people) -> out().println(people.renewPassword(name, BY)));
	}

	@Command(name = "disable", mixinStandardHelpOptions = true,
			description = "Lets a person not sign in any more; the person's sessions end.")
	int disable(@Parameters(paramLabel = "NAME") String name) {
		return on((people) -> put(people, name, true));
	}

	@Command(name = "enable", mixinStandardHelpOptions = true, description = "Lets a person sign in again.")
	int enable(@Parameters(paramLabel = "NAME") String name) {
		return on((people) -> put(people, name, false));
	}

	@Command(name = "list", mixinStandardHelpOptions = true,
			description = "Prints who may sign in: name, role, agency, since when, and who said so.")
	int list() {
		return on((people) -> people.all()
			.forEach((known) -> out().printf("%-24s %-14s %-20s %-9s %s %s%n", known.name(),
					known.role().name().toLowerCase(Locale.ROOT), (known.agency() != null) ? known.agency() : "",
					known.disabled() ? "disabled" : known.hasPassword() ? "" : "provider", moment(known.changedAt()),
					known.changedBy())));
	}

	@Command(name = "history", mixinStandardHelpOptions = true,
			description = "Prints what was last said of a person, newest first: when, by whom, role, agency.")
	int history(@Parameters(paramLabel = "NAME") String name) {
		return on((people) -> people.changes(name)
			.forEach((change) -> out().printf("%s %-24s %-14s %-20s %-9s%s%n", moment(change.changedAt()),
					change.changedBy(), change.role().name().toLowerCase(Locale.ROOT),
					(change.agency() != null) ? change.agency() : "", change.disabled() ? "disabled" : "",
					change.newPassword() ? " new password" : "")));
	}

	private static Instant moment(Instant at) {
		return Instant.ofEpochSecond(at.getEpochSecond());
	}

	private static void put(People people, String name, boolean disabled) {
		Listed known = people.all()
			.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("ไม่มีผู้ใช้ชื่อนี้ / Nobody is called " + name));
		people.change(new Person(name, known.displayName(), known.role(), known.agency()), disabled, BY);
	}

	private int on(Consumer<People> work) {
		try (ConfiguredPeople opened = new ConfiguredPeople(Map.of())) {
			work.accept(opened.people());
		}
		return 0;
	}

	private PrintWriter out() {
		return this.command.commandLine().getOut();
	}

}
