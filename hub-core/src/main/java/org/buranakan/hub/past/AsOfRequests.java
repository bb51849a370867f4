package org.buranakan.hub.past;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.buranakan.hub.cut.Cut;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.Moment;
import org.buranakan.hub.view.NoPast;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Has a request with {@code asOf} read the view at the cut that is meant, and says in a
 * header which one that was.
 */
@Configuration(proxyBeanMethods = false)
class AsOfRequests implements WebMvcConfigurer {

	private static final String HEADER = "Buranakan-Cut";

	private static final String VISIT = PastViews.Visit.class.getName();

	private final AsOfCut cuts;

	private final PastViews views;

	AsOfRequests(AsOfCut cuts, PastViews views) {
		this.cuts = cuts;
		this.views = views;
	}

	/**
	 * Before parameters are judged: who judges them knows by the moment that it is
	 * served.
	 */
	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new Visits()).addPathPatterns("/api/**").order(-1);
	}

	private final class Visits implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			String asOf = request.getParameter(AsOf.PARAMETER);
			if (asOf != null && handler instanceof HandlerMethod endpoint) {
				if (!endpoint.hasMethodAnnotation(AsOf.class)) {
					throw NoPast.liveOnly("ข้อมูลนี้ไม่ขึ้นกับจุดตัดของบันทึก จึงดูย้อนหลังด้วย asOf ไม่ได้",
							"This is no function of a cut, so it cannot be asked for as of one.");
				}
				Cut cut = AsOfRequests.this.cuts.of(asOf);
				PastViews.Visit visit = AsOfRequests.this.views.visit(cut, request.getRemoteAddr());
				request.setAttribute(VISIT, visit);
				new Moment(cut.id(), visit.database()).serve();
				response.setHeader(HEADER, cut.id());
			}
			return true;
		}

		@Override
		public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
				@Nullable Exception ex) {
			if (request.getAttribute(VISIT) instanceof PastViews.Visit visit) {
				visit.close();
			}
		}

	}

}
