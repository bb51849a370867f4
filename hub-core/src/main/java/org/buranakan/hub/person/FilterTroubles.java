package org.buranakan.hub.person;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * What goes wrong before a controller is reached, a session that the database cannot be
 * asked for above all, is answered as if it went wrong in one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FilterTroubles extends OncePerRequestFilter {

	private final HandlerExceptionResolver resolver;

	FilterTroubles(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
		this.resolver = resolver;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException ex) {
			if (response.isCommitted() || this.resolver.resolveException(request, response, null, ex) == null) {
				throw ex;
			}
		}
	}

}
