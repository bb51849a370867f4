/**
 * The shapes in which people read the integrated view, and how a page of it is asked for:
 * names, money, positions, filters, pages, the moment that a request reads, and the
 * problems that answer one that cannot be served.
 *
 * <p>
 * In: the filters of a request. Out: documents that PostgreSQL builds and these records
 * carry to REST. Uses nothing of the hub.
 */
@NullMarked
package org.buranakan.hub.view;

import org.jspecify.annotations.NullMarked;
