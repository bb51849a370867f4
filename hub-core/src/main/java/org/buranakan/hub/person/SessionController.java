package org.buranakan.hub.person;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "session", description = "การเข้าสู่ระบบ · Who has signed in; the public view needs nobody to")
class SessionController {

	private final AuthenticationManager signIn;

	private final SecurityContextRepository sessions;

	private final People people;

	private final @Nullable Provider provider;

	SessionController(AuthenticationManager signIn, SecurityContextRepository sessions, People people,
			SignInSettings settings) {
		this.signIn = signIn;
		this.sessions = sessions;
		this.people = people;
		this.provider = (settings.provider() != null) ? new Provider(settings.provider().label(), ProviderSignIn.START)
				: null;
	}

	@GetMapping
	@Operation(summary = "ผู้ที่เข้าสู่ระบบอยู่ · Who has signed in, if anybody, and by which other way one may")
	Session session() {
		return new Session(Person.ofRequest().orElse(null),
				Account.ofRequest().filter(Account::hasPassword).isPresent(), this.provider);
	}

	/** JSON, so that no other site's form can sign a visitor in as somebody else. */
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "เข้าสู่ระบบด้วยชื่อผู้ใช้และรหัสผ่าน · Sign in with name and password",
			description = "Wrong ones (401 `sign-in-failed`) may be tried a number of times an hour (429).")
	Session begin(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
		Authentication known = check(credentials.name(), credentials.password(), request);
		@Nullable HttpSession before = request.getSession(false);
		if (before != null) {
			before.invalidate();
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(known);
		SecurityContextHolder.setContext(context);
		this.sessions.saveContext(context, request, response);
		return session();
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "ออกจากระบบ · Sign out")
	void end(HttpServletRequest request) {
		@Nullable HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	@PutMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "เปลี่ยนรหัสผ่านของตนเอง · Change one's own password; every session of that person ends")
	void changePassword(@RequestBody NewPassword change, HttpServletRequest request) {
		Person person = Person.ofRequest().orElseThrow(() -> new InsufficientAuthenticationException("Sign in first"));
		Authentication known = check(person.name(), change.current(), request);
		if (!(known.getPrincipal() instanceof Account account)
				|| !this.people.choosePassword(account, (change.chosen() != null) ? change.chosen() : "")) {
			throw new BadCredentialsException("The password was replaced in that moment");
		}
	}

	private Authentication check(@Nullable String name, @Nullable String password, HttpServletRequest request) {
		UsernamePasswordAuthenticationToken asked = UsernamePasswordAuthenticationToken
			.unauthenticated((name != null) ? name : "", (password != null) ? password : "");
		asked.setDetails(new WebAuthenticationDetails(request));
		return this.signIn.authenticate(asked);
	}

	/**
	 * Who asks.
	 *
	 * @param person null for the public
	 * @param hasPassword whether that person has one to change here
	 * @param provider null if people sign in with passwords alone
	 */
	record Session(@Nullable Person person, boolean hasPassword, @Nullable Provider provider) {

	}

	/**
	 * Another way to sign in.
	 *
	 * @param address which a browser goes to for it
	 */
	record Provider(String label, String address) {

	}

	/** What somebody signs in with. */
	record Credentials(@Nullable String name, @Nullable String password) {

		@Override
		public String toString() {
			return "…";
		}

	}

	/** The password so far, and the one to be. */
	record NewPassword(@Nullable String current, @Nullable String chosen) {

		@Override
		public String toString() {
			return "…";
		}

	}

}
