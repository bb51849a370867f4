package org.buranakan.hub.person;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Who has signed in, between requests: the session keeps the name, and in which epoch of
 * that person it began.
 */
final class SessionPerson implements SecurityContextRepository {

	private static final String NAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

	private static final String EPOCH = "epoch";

	private final People people;

	private final Duration idle;

	SessionPerson(People people, Duration idle) {
		this.people = people;
		this.idle = idle;
	}

	/** Asked for by what needs to know, and not by the public view. */
	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		@Nullable HttpSession session = exchange.getRequest().getSession(false);
		if (session != null && session.getAttribute(NAME) instanceof String name) {
			this.people.find(name)
				.filter(Account::isEnabled)
				.filter((account) -> Long.valueOf(account.epoch()).equals(session.getAttribute(EPOCH)))
				.map((account) -> UsernamePasswordAuthenticationToken.authenticated(account, null,
						account.getAuthorities()))
				.ifPresent(context::setAuthentication);
		}
		return context;
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		@Nullable Authentication authentication = context.getAuthentication();
		if (authentication != null) {
			// As the password was tried against: it may be another one by now.
			Account account = (authentication.getPrincipal() instanceof Account known) ? known
					: this.people.find(authentication.getName())
						.orElseThrow(() -> new UsernameNotFoundException("Nobody any more"));
			HttpSession session = request.getSession();
			session.setMaxInactiveInterval((int) this.idle.toSeconds());
			session.setAttribute(NAME, account.getUsername());
			session.setAttribute(EPOCH, account.epoch());
		}
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		@Nullable HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(NAME) != null;
	}

}
