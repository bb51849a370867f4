package org.buranakan.hub.person;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.BadParameter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/people")
@Tag(name = "people", description = "ผู้ใช้ (เฉพาะผู้ดูแลระบบ) · Who may sign in, for administrators alone")
class PersonController {

	private final People people;

	PersonController(People people) {
		this.people = people;
	}

	@GetMapping
	@Operation(summary = "ผู้ใช้ทั้งหมด · Everybody who may sign in, by name")
	List<People.Listed> people() {
		return this.people.all();
	}

	/** JSON, so that no other site's form can ask for it in an administrator's name. */
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "เพิ่มผู้ใช้ · Add a person, whose name nobody has yet",
			description = "There is no password yet: make one, or leave the person to the provider.")
	List<People.Listed> add(@RequestBody Added added) {
		this.people.add(new Part(added.displayName(), added.role(), added.agency(), null)
			.of(Person.canonical((added.name() != null) ? added.name() : "")), by());
		return people();
	}

	@GetMapping("/{name}/changes")
	@Operation(summary = "ประวัติของผู้ใช้ · What was last said of a person, and by whom, newest first")
	List<People.Change> changes(@PathVariable String name) {
		return this.people.changes(Person.canonical(name));
	}

	@PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "แก้ไขผู้ใช้ · Change a person; what is changed holds at once",
			description = "Administrators do not take their own role away: another one does.")
	List<People.Listed> put(@PathVariable String name, @RequestBody Part part) {
		Person person = part.of(Person.canonical(name));
		boolean disabled = Boolean.TRUE.equals(part.disabled());
		if (person.name().equals(by()) && (disabled || person.role() != Role.ADMINISTRATOR)) {
			throw new BadParameter(disabled ? "disabled" : "role", disabled ? "true" : person.role().name(),
					"ADMINISTRATOR ที่เข้าสู่ระบบได้ สิทธิ์ของตนเองให้ผู้ดูแลระบบคนอื่นเป็นผู้เปลี่ยน",
					"ADMINISTRATOR, who may sign in: another administrator takes one's own role away");
		}
		this.people.change(person, part.disabled(), by());
		return people();
	}

	/** JSON, so that no other site's form can ask for it in an administrator's name. */
	@PostMapping(path = "/{name}/password", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "ออกรหัสผ่านใหม่ · Make a new password, told this once; the person's sessions end")
	Made renewPassword(@PathVariable String name) {
		return new Made(this.people.renewPassword(Person.canonical(name), by()));
	}

	private static String by() {
		return Person.ofRequest().map(Person::name).orElseThrow();
	}

	/**
	 * A person but for the name.
	 *
	 * @param disabled whether the person may not sign in for now; as before if left out
	 */
	record Part(@Nullable String displayName, @Nullable Role role, @Nullable String agency,
			@Nullable Boolean disabled) {

		Person of(String name) {
			if (this.role == null) {
				throw new BadParameter("role", "", "บทบาทหนึ่งใน OFFICER, COORDINATOR, AUDITOR, ADMINISTRATOR",
						"one of OFFICER, COORDINATOR, AUDITOR, ADMINISTRATOR");
			}
			return new Person(name, (this.displayName != null) ? this.displayName : "", this.role, this.agency);
		}

	}

	/** A person to be. */
	record Added(@Nullable String name, @Nullable String displayName, @Nullable Role role, @Nullable String agency) {

	}

	/** A password that was made. */
	record Made(String password) {

		@Override
		public String toString() {
			return "…";
		}

	}

}
