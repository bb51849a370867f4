/**
 * The only producer: outcomes of rows in, topics {@code agency.<id>.<family>} and
 * {@code agency.<id>.refused} out.
 * <p>
 * {@link org.buranakan.connectors.publish.Publisher#settle} is all that sources need. It
 * compares with a memory of what the agency's own topics say, rebuilt from them at start
 * and after any doubt, so that the same content is published once however often it is
 * read: reading again is always safe, and a source may forget what it read only after
 * {@code settle} returned.
 */
@NullMarked
package org.buranakan.connectors.publish;

import org.jspecify.annotations.NullMarked;
