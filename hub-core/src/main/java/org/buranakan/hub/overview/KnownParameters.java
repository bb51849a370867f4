package org.buranakan.hub.overview;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.BadParameter;
import org.buranakan.hub.view.Moment;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that an endpoint does not know: a mistyped filter must not look like
 * an answer.
 */
class KnownParameters implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method) {
			Set<String> known = known(method);
			request.getParameterMap()
				.keySet()
				.stream()
				.filter((name) -> !known.contains(name))
				.findFirst()
				.ifPresent((name) -> {
					throw new BadParameter(name, request.getParameter(name), "หนึ่งใน " + known, "one of " + known);
				});
		}
		return true;
	}

	private static Set<String> known(HandlerMethod method) {
		Set<String> names = new TreeSet<>();
		Arrays.stream(method.getMethodParameters()).flatMap(KnownParameters::names).forEach(names::add);
		// Only where somebody saw to it: today's must not look like an answer either.
		Moment.ofRequest().ifPresent((moment) -> names.add(AsOf.PARAMETER));
		return names;
	}

	private static Stream<String> names(MethodParameter parameter) {
		if (parameter.getParameterType().isRecord()) {
			return Arrays.stream(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName);
		}
		String name = parameter.getParameter().getName();
		return parameter.hasParameterAnnotation(RequestParam.class) ? Stream.of(name) : Stream.empty();
	}

}
