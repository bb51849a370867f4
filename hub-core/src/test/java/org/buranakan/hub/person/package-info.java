/** Signing in: by password, by a provider, and what each role may. */
@NullMarked
package org.buranakan.hub.person;

import org.jspecify.annotations.NullMarked;
