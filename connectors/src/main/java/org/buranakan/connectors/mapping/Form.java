package org.buranakan.connectors.mapping;

import java.util.ArrayList;
import java.util.List;

import org.buranakan.connectors.reading.KnownCodes;
import org.buranakan.connectors.reading.Text;

/**
 * A pushed type of a profile as something a person can fill in: the fields of one item.
 *
 * @param type what the item says it is
 * @param families what it gives, as the contracts call them
 */
public record Form(String type, List<String> families, List<Field> fields) {

	/**
	 * One value of the item.
	 *
	 * @param name the property
	 * @param means the fields of the contract that are read from it, such as
	 * {@code title.th}, and {@code key} or {@code revision}; empty where it only decides
	 * @param kind the reader, as a profile calls it
	 * @param required whether the item is refused without it
	 * @param several whether the property is a list
	 * @param choices the words that are understood; empty where any text may stand
	 * @param examples of what the reader takes, where that is not plain
	 */
	public record Field(String name, List<String> means, String kind, boolean required, boolean several,
			List<Choice> choices, List<String> examples) {
	}

	/**
	 * One word of a list.
	 *
	 * @param value the agency's own word, or the code where it has none
	 * @param label the same word, or the name in the reference data
	 */
	public record Choice(String value, Text label) {
	}

	/**
	 * The forms of all types that a person can fill in: not those with lists of records
	 * or with a column per period.
	 */
	public static List<Form> of(Profile profile, KnownCodes known) {
		List<Form> forms = new ArrayList<>();
		for (SourceProfile source : profile.sources()) {
			if (source.origin() instanceof Origin.Push(String type) && source.unpivot().isEmpty()) {
				FormFields fields = new FormFields(source, known);
				if (fields.collect()) {
					forms.add(new Form(type,
							source.events().stream().map((event) -> event.family().code()).distinct().toList(),
							fields.fields()));
				}
			}
		}
		return forms;
	}

}
