/** What the manifests declare, and what the bytes measure, side by side. */
package dev.reelway.conformance.model;
