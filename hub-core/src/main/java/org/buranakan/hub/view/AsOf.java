package org.buranakan.hub.view;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Marks an endpoint that can be asked for the view as it was, by parameter {@code asOf}:
 * whatever it reads is a function of the cut. Others refuse the parameter.
 */
@Parameter(name = AsOf.PARAMETER, in = ParameterIn.QUERY, schema = @Schema(type = "string"),
		description = "ภาพ ณ จุดตัด · The view as it was at a cut: the cut's id, `latest`, or an instant with its offset or a date (until its end in Bangkok), which mean the newest cut taken until then.")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AsOf {

	/** The parameter's name. */
	String PARAMETER = "asOf";

}
