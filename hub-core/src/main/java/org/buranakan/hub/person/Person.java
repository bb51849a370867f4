package org.buranakan.hub.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.buranakan.hub.view.BadParameter;
import org.buranakan.schemas.topic.AgencyId;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;

/**
 * Somebody who may sign in.
 *
 * @param name by which the person signs in: lower-case letters, digits and
 * {@code . _ @ -}; with a provider what it calls the person, for example an address of
 * e-mail
 * @param displayName as others read it
 * @param agency an officer's own; null for all other roles
 */
public record Person(String name, String displayName, Role role, @Nullable String agency) {

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

	private static final int LONGEST = 100;

	/**
	 * @throws BadParameter if the parts do not make a person
	 */
	public Person {
		if (!isName(name)) {
			throw new BadParameter("name", name, "ตัวอักษรอังกฤษพิมพ์เล็ก ตัวเลข และ . _ @ - รวม 2 ถึง 64 ตัว",
					"2 to 64 lower-case letters, digits and . _ @ -");
		}
		if (displayName.isBlank() || displayName.length() > LONGEST) {
			throw new BadParameter("displayName", displayName, "ชื่อที่แสดง 1 ถึง 100 ตัวอักษร",
					"a name to show, of 1 to 100 characters");
		}
		if ((role == Role.OFFICER) != (agency != null) || (agency != null && !AgencyId.accepts(agency))) {
			throw new BadParameter("agency", String.valueOf(agency),
					"รหัสหน่วยงานสำหรับเจ้าหน้าที่ (OFFICER) และไม่ระบุสำหรับบทบาทอื่น",
					"the id of an agency for an officer, and nothing for every other role");
		}
	}

	/** Who asks in this thread's request, if somebody has signed in. */
	public static Optional<Person> ofRequest() {
		return Account.ofRequest().map(Account::person);
	}

	/** Whether this person is trusted with what the public may do only so often. */
	public boolean asksFreely() {
		return this.role != Role.OFFICER;
	}

	/**
	 * Whose refused rows this person is shown who asks for those of an agency.
	 * @param asked null for all
	 * @return null for all
	 * @throws AccessDeniedException if it is not this officer's agency
	 */
	public @Nullable String refusedRowsOf(@Nullable String asked) {
		if (this.agency != null && asked != null && !asked.equals(this.agency)) {
			throw new AccessDeniedException("Refused rows of " + asked + " are shown to its own officers.");
		}
		return (this.agency != null) ? this.agency : asked;
	}

	/** A name as it is kept, of one as it was typed. */
	static String canonical(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

	/** Whether somebody may have this name. */
	static boolean isName(String name) {
		return NAME.matcher(name).matches();
	}

}
