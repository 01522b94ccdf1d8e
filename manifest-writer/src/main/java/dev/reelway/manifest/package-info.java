/**
 * From a Presentation to a Publication. This package holds what HLS and DASH agree on; they do not
 * know each other.
 */
package dev.reelway.manifest;
