package org.buranakan.hub.view;

import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The state of the view that a request reads, where that is not the live one.
 *
 * @param cut the id of the cut that it is of
 * @param database whose search path leads to that state
 */
public record Moment(String cut, DataSource database) {

	private static final String ATTRIBUTE = Moment.class.getName();

	/** That of the request which this thread serves; empty where it is the live view. */
	public static Optional<Moment> ofRequest() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return Optional.ofNullable(
				(request != null) ? (Moment) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) : null);
	}

	/** Has the request which this thread serves read this state from now on. */
	public void serve() {
		RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, this, RequestAttributes.SCOPE_REQUEST);
	}

}
