/**
 * Every version ever committed of every contract, as text:
 * {@code contracts/<kind>/v1.avsc}, {@code v2.avsc}, … in this module's resources. What
 * is registered and looked up is this text, never a generated class's schema, which
 * carries marks of the Java generator.
 */
@NullMarked
package org.buranakan.schemas.contract;

import org.jspecify.annotations.NullMarked;
