package org.buranakan.hub.overview;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says of every record that is served what its declaration says: a component is always
 * there, and null only where it may be; with {@code NON_NULL} it is left out then.
 */
@Component
class RecordShapes implements ModelConverter {

	private static final String REFERENCE = "#/components/schemas/";

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		Class<?> shape = Json31.mapper().constructType(type.getType()).getRawClass();
		if (resolved != null && shape.isRecord()) {
			String reference = resolved.get$ref();
			Schema<?> model = (reference != null)
					? context.getDefinedModels().get(reference.substring(REFERENCE.length())) : resolved;
			if (model != null && model.getProperties() != null && model.getRequired() == null) {
				state(shape, model);
			}
		}
		return resolved;
	}

	@Override
	public boolean isOpenapi31() {
		return true;
	}

	private static void state(Class<?> shape, Schema<?> model) {
		JsonInclude include = shape.getAnnotation(JsonInclude.class);
		boolean emptyLeftOut = include != null && include.value() == JsonInclude.Include.NON_EMPTY;
		boolean leftOut = emptyLeftOut || (include != null && include.value() == JsonInclude.Include.NON_NULL);
		List<String> required = new ArrayList<>();
		for (RecordComponent component : shape.getRecordComponents()) {
			String name = component.getName();
			Schema<?> property = model.getProperties().get(name);
			if (property != null) {
				boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
				boolean collection = Collection.class.isAssignableFrom(component.getType());
				if (!(nullable && leftOut) && !(collection && emptyLeftOut)) {
					required.add(name);
				}
				if (nullable && !leftOut) {
					model.getProperties().put(name, orNull(property));
				}
			}
		}
		model.setRequired(required);
	}

	private static Schema<?> orNull(Schema<?> property) {
		if (property.get$ref() != null || property.getEnum() != null) {
			return new JsonSchema().anyOf(List.of(property, new JsonSchema().types(Set.of("null"))));
		}
		Set<String> types = new LinkedHashSet<>(property.getTypes() != null ? property.getTypes() : Set.of());
		if (types.isEmpty() && property.getType() != null) {
			types.add(property.getType());
		}
		types.add("null");
		property.setTypes(types);
		return property;
	}

}
