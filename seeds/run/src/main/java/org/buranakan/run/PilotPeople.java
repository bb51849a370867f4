package org.buranakan.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.buranakan.hub.person.ConfiguredPeople;
import org.buranakan.hub.person.People;
import org.buranakan.hub.person.Person;
import org.buranakan.hub.person.Role;
import org.buranakan.hub.view.BadParameter;

/**
 * One person of each role, so that everything can be looked at: who they are is made up,
 * their passwords are made at random, a file each beside the other credentials.
 */
record PilotPeople(Told told) {

	private static final List<Person> ALL = List.of(
			new Person("officer", "เจ้าหน้าที่ ปปท. เขต 1 (ตัวอย่าง)", Role.OFFICER, "pacc-zone-1"),
			new Person("coordinator", "ผู้ประสานงาน (ตัวอย่าง)", Role.COORDINATOR, null),
			new Person("auditor", "ผู้ตรวจสอบ (ตัวอย่าง)", Role.AUDITOR, null),
			new Person("administrator", "ผู้ดูแลระบบ (ตัวอย่าง)", Role.ADMINISTRATOR, null));

	private static final String BY = "pilot";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration STEP = Duration.ofMillis(250);

	/**
	 * Whoever is known already is left alone, but for one whose password nobody got to
	 * know.
	 */
	void add() {
		try (ConfiguredPeople opened = new ConfiguredPeople(this.told.hub())) {
			Map<String, String> known = opened.people()
				.all()
				.stream()
				.collect(Collectors.toMap(People.Listed::name, People.Listed::changedBy));
			for (Person person : ALL) {
				boolean added = !known.containsKey(person.name());
				if (added) {
					add(opened.people(), person);
				}
				if (added || (BY.equals(known.get(person.name())) && !Files.exists(file(person.name())))) {
					keep(person.name(), opened.people().renewPassword(person.name(), BY));
				}
			}
		}
	}

	/** An officer's agency is known as soon as the hub has read the reference data. */
	private static void add(People people, Person person) {
		Instant deadline = Instant.now().plus(PATIENCE);
		while (true) {
			try {
				people.add(person, BY);
				return;
			}
			catch (BadParameter ex) {
				if (Instant.now().isAfter(deadline)) {
					throw ex;
				}
				LockSupport.parkNanos(STEP.toNanos());
			}
		}
	}

	private Path file(String name) {
		return this.told.platform().data().resolve("credentials").resolve(name + ".password");
	}

	private void keep(String name, String password) {
		Path file = file(name);
		try {
			Files.deleteIfExists(file);
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(file, password + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
