package org.buranakan.hub.person;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/** Who has signed in, between requests: the session keeps the name alone. */
final class SessionPerson implements SecurityContextRepository {

	private static final String NAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

	private final People people;

	SessionPerson(People people) {
		this.people = people;
	}

	/** Asked for by what needs to know, and not by the public view. */
	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		@Nullable String name = name(exchange.getRequest());
		if (name != null) {
			this.people.find(name)
				.filter(Account::isEnabled)
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
			request.getSession().setAttribute(NAME, Person.canonical(authentication.getName()));
		}
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return name(request) != null;
	}

	private static @Nullable String name(HttpServletRequest request) {
		@Nullable HttpSession session = request.getSession(false);
		return (session != null) ? (String) session.getAttribute(NAME) : null;
	}

}
