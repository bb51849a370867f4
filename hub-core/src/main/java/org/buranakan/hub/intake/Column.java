package org.buranakan.hub.intake;

import java.util.function.BiConsumer;

/**
 * A column of a table and what stands in it.
 *
 * @param <S> what a row is made from
 * @param value writes it, as the column's type
 */
record Column<S>(String name, BiConsumer<BinaryRows, S> value) {

}
