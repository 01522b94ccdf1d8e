/** Reads WebVTT files as browsers do, and says what is wrong with them. */
package dev.reelway.conformance.webvtt;
