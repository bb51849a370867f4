package org.buranakan.connectors.access;

import java.io.IOException;

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
			this.answers.write(response, ex.answer(), MediaType.APPLICATION_PROBLEM_JSON);
			return;
		}
		chain.doFilter(request, response);
	}

}
