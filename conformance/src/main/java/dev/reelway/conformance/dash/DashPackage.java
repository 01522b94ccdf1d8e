package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.Renditions;
import dev.reelway.conformance.place.Place;

/**
 * All that rules look at.
 *
 * @param place the package lies in
 * @param mpd as it was read
 * @param renditions what all manifests declare
 * @param media what the bytes measure
 * @param faults to note what is wrong
 */
record DashPackage(
    Place place, Mpd mpd, Renditions renditions, Measurements media, Faults faults) {}
