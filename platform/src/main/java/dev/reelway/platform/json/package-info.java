/** The one way in which records become JSON and come back. */
package dev.reelway.platform.json;
