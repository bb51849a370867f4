package org.buranakan.connectors.access;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.buranakan.connectors.hosting.HostedAgency;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request in that its agency's allowance covers, before its body is read. */
final class Turnstile extends OncePerRequestFilter {

	/**
	 * Who does not wait by itself is made to: a program gone wild has so many connections
	 * and no more. It costs a virtual thread.
	 */
	private static final Duration HOLD = Duration.ofMillis(250);

	private final Allowances allowances;

	private final Answers answers;

	Turnstile(Allowances allowances, Answers answers) {
		this.allowances = allowances;
		this.answers = answers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			Authentication bearer = SecurityContextHolder.getContext().getAuthentication();
			if (bearer != null && bearer.getPrincipal() instanceof HostedAgency agency) {
				if (HttpMethod.GET.matches(request.getMethod())) {
					this.allowances.ask(agency);
				}
				else {
					this.allowances.begin(agency);
				}
			}
		}
		catch (TurnedAway ex) {
			LockSupport.parkNanos(HOLD.toNanos());
			this.answers.write(response, ex.answer(), MediaType.APPLICATION_PROBLEM_JSON);
			return;
		}
		chain.doFilter(request, response);
	}

}
