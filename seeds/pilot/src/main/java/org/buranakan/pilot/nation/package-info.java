/**
 * A generated nation of any number of its 77 provinces: agencies that plan, act and pay,
 * and among what they do things that somebody should look at. What is so is told first,
 * as a {@link org.buranakan.pilot.nation.Truth}; what the agencies publish of it follows,
 * as carelessly as agencies do. Nothing here knows how the hub finds it.
 */
@NullMarked
package org.buranakan.pilot.nation;

import org.jspecify.annotations.NullMarked;
